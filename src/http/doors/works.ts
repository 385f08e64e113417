import { z } from 'zod';
import { showLicence } from '../../actions/releases/show-licence.ts';
import { addRelease } from '../../actions/works/add-release.ts';
import { addWork } from '../../actions/works/add-work.ts';
import { releaseAnswer, workAnswer, workList } from '../../actions/works/answers.ts';
import { listReleases, listWorks, showRelease, showWork } from '../../actions/works/show-work.ts';
import { listOf } from '../../actions/shapes.ts';
import { paging, word } from './asked.ts';
import { acting, idParams, reading, serving } from '../route.ts';

const body = {
  title: 'Garden Almanac',
  kind: 'software',
  currency: 'AUD',
  release: 'rel_aaaabbbbccccddddeeee',
};

export const add = acting(addWork, {
  summary: 'Add a work',
  description:
    'It begins with release 1, whose id is in the body. Whoever acts is its steward. What it ' +
    'builds on gets a share of its income; a cycle is refused, and named.',
  answer: workAnswer,
  example: { body },
});

export const list = reading({
  summary: 'List works',
  query: z.strictObject({
    ...paging,
    kind: word,
    agent: word.describe('Whose works: who gave to them, signed, or stewards them.'),
    status: z.enum(['owing', 'open']).optional(),
  }),
  answer: workList,
  run: (sight, _, query) => listWorks(sight, query),
});

export const show = reading({
  summary: 'Show a work: owed, paid, and when it opens',
  description:
    'The figures at the top are those of the newest release that is not open, unless a release ' +
    'is named.',
  params: idParams,
  query: z.strictObject({ release: word }),
  answer: workAnswer,
  run: (sight, params, query) => showWork(sight, params.id, query),
});

export const addTheRelease = acting(addRelease, {
  summary: 'Add the next release of a work',
  about: 'work',
  answer: releaseAnswer,
  example: { body: { work: 'work_aaaabbbbccccddddeeee' } },
});

export const releases = reading({
  summary: 'List the releases of a work',
  params: idParams,
  answer: listOf(releaseAnswer),
  run: (sight, params) => listReleases(sight, { work: params.id }),
});

export const release = reading({
  summary: 'Show a release',
  params: idParams,
  answer: releaseAnswer,
  run: (sight, params) => showRelease(sight, params.id),
});

export const licence = serving({
  summary: 'Show the licence of a release',
  description:
    'Its whole text as it holds now, the head of each source file, and the files that go with ' +
    'the release: before opening the fixed text with its parameters, from opening on the open ' +
    'licence, with the act that opened it and its proof.',
  authority: 'owner',
  params: idParams,
  answer: z.object({
    release: z.string(),
    status: z.enum(['owing', 'open']),
    licence: z.string().describe('SPDX id.'),
    text: z.string(),
    header: z.array(z.string()),
    files: z.record(z.string(), z.string()).describe('Path and text of each.'),
  }),
  run: async ({ node, params }) => {
    const found = await node.read((sight) => showLicence(sight, params.id));
    const { licenceShown } = await import('../pages/licence.ts');
    return licenceShown(found);
  },
});
