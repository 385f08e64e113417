import { z } from 'zod';
import { agreementAnswer, agreementList } from '../../actions/agreements/answers.ts';
import { draftAgreement } from '../../actions/agreements/draft-agreement.ts';
import {
  listAgreements,
  showAgreement,
  showVersion,
} from '../../actions/agreements/show-agreement.ts';
import { signAgreement } from '../../actions/agreements/sign-agreement.ts';
import { countAsked, paging, word } from './asked.ts';
import { acting, idParams, reading } from '../route.ts';

const work = 'work_aaaabbbbccccddddeeee';
const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const draft = acting(draftAgreement, {
  summary: 'Draft the next version of an agreement',
  description:
    'The terms are completed from the preset, or from the version that governs the release where ' +
    'it has the same preset. The answer has all of them, and the text that people read. It binds ' +
    'nobody before they sign it.',
  about: 'work',
  answer: agreementAnswer,
  example: {
    body: { work, release: 'rel_aaaabbbbccccddddeeee', preset: 'award', terms: { return: '1.5' } },
  },
});

export const sign = acting(signAgreement, {
  summary: 'Sign a version',
  description:
    'By the hashes of its terms and of the text that was shown. In force for whoever signs.',
  about: 'agreement',
  answer: agreementAnswer,
  example: {
    body: { agreement: 'agr_aaaabbbbccccddddeeee', termsHash: hash, textHash: hash },
  },
});

export const list = reading({
  summary: 'List versions of agreements',
  query: z.strictObject({ ...paging, work: word, release: word, agent: word }),
  answer: agreementList,
  run: (sight, _, query) => listAgreements(sight, query),
});

export const show = reading({
  summary: 'Show a version',
  params: idParams,
  answer: agreementAnswer,
  run: (sight, params) => showVersion(sight, params.id),
});

export const ofWork = reading({
  summary: 'Show the agreement of a work',
  description: 'The newest version, or the one of a number.',
  params: idParams,
  query: z.strictObject({ version: countAsked }),
  answer: agreementAnswer,
  run: (sight, params, query) => showAgreement(sight, { work: params.id, version: query.version }),
});

export const text = reading({
  summary: 'Read the text of a version',
  description: 'What people read and sign. Its SHA-256 is the `textHash`.',
  params: idParams,
  answer: z.string(),
  media: 'text/plain',
  run: async (sight, params) => (await showVersion(sight, params.id)).text,
});
