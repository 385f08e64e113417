// The pages of a node, and its description for programs. Each is loaded when it is asked for.

import { z } from 'zod';
import { showNode } from '../../actions/node/show-node.ts';
import { serving } from '../route.ts';

const page = z.string().describe('An HTML page.');

export const front = serving({
  summary: 'A page that says what this is',
  authority: 'none',
  answer: page,
  media: 'text/html',
  run: async ({ node }) => {
    const { frontPage } = await import('./front.ts');
    return frontPage(await node.read(showNode));
  },
});

export const reference = serving({
  summary: 'This reference, to read',
  authority: 'none',
  answer: page,
  media: 'text/html',
  run: async ({ routes }) => (await import('./reference.ts')).referencePage(routes),
});

export const refusals = serving({
  summary: 'Every refusal, to read',
  authority: 'none',
  answer: page,
  media: 'text/html',
  run: async () => (await import('./reference.ts')).refusalsPage(),
});

export const openapi = serving({
  summary: 'This reference, for programs: OpenAPI 3.1',
  authority: 'none',
  answer: z.looseObject({}),
  run: async ({ routes }) => (await import('../openapi.ts')).openApiDocument(routes),
});
