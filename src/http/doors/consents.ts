import { z } from 'zod';
import { consentAnswer, publicWork } from '../../actions/consents/answers.ts';
import { giveConsent } from '../../actions/consents/give-consent.ts';
import { showConsent, showPublicWork } from '../../actions/consents/show-consent.ts';
import { refuse } from '../../domain/refusals.ts';
import { acting, idParams, serving } from '../route.ts';

const work = 'work_aaaabbbbccccddddeeee';

export const give = acting(giveConsent, {
  summary: 'Say what the public page of a work may show of you',
  description: 'Your name, an alias, or nothing. Until you say something, nothing is shown.',
  about: 'work',
  answer: consentAnswer,
  example: { body: { work, show: 'alias', alias: 'A gardener' } },
});

export const show = serving({
  summary: 'Show what the public page of a work may show of you',
  authority: 'owner',
  params: idParams,
  answer: consentAnswer,
  run: ({ node, params, party }) => {
    const agent = party?.agent ?? refuse('token-missing');
    return node.read((sight) => showConsent(sight, params.id, agent));
  },
});

export const page = serving({
  summary: 'The public page of a work',
  description: 'For whoever has the link. Shows nothing of anybody who has not agreed to it.',
  authority: 'none',
  params: idParams,
  answer: z.string().describe('An HTML page.'),
  media: 'text/html',
  run: async ({ node, params, arrival }) => {
    const { publicPage } = await import('../pages/public-work.ts');
    const found = await node.read((sight) => showPublicWork(sight, params.id));
    return publicPage(found, `${arrival.origin}/public/works/${encodeURIComponent(found.id)}`);
  },
});

export const data = serving({
  summary: 'What the public page of a work shows, for programs',
  authority: 'none',
  params: idParams,
  answer: publicWork,
  run: ({ node, params }) => node.read((sight) => showPublicWork(sight, params.id)),
});

export const badge = serving({
  summary: 'The badge of a work, to stand in other pages',
  authority: 'none',
  params: idParams,
  answer: z.string().describe('An SVG picture.'),
  media: 'image/svg+xml',
  run: async ({ node, params }) => {
    const { badgeOf } = await import('../pages/badge.ts');
    const found = await node.read((sight) => showPublicWork(sight, params.id));
    return new Response(badgeOf(found), {
      headers: {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=60',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        // Made to be shown by pages of others.
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
  },
});
