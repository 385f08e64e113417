import { z } from 'zod';
import { consentAnswer, publicWork } from '../../actions/consents/answers.ts';
import type { PublicWork } from '../../actions/consents/answers.ts';
import { giveConsent } from '../../actions/consents/give-consent.ts';
import { showConsent, showPublicWork } from '../../actions/consents/show-consent.ts';
import { sha256Hex } from '../../domain/record/hash.ts';
import { Refusal, refuse } from '../../domain/refusals.ts';
import type { Call } from '../door.ts';
import { ASKED_AFTER } from '../limits.ts';
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

/** Links are handed on with parameters of others' in them, which say nothing here. */
const inLanguage = z.looseObject({
  lang: z.string().max(100).optional().describe('`en`, `de` or `ar`.'),
});

export const page = serving({
  summary: 'The public page of a work',
  description:
    'For whoever has the link. Shows nothing of anybody who has not agreed to it. Its language ' +
    'is that of `lang`, else the first that the browser reads.',
  authority: 'none',
  params: idParams,
  query: inLanguage,
  answer: z.string().describe('An HTML page.'),
  media: 'text/html',
  run: async ({ query, ...call }) => {
    const [{ publicPage }, { languageOf }] = await Promise.all([
      import('../pages/public-work.ts'),
      import('../pages/words/words.ts'),
    ]);
    const found = await foundWork(call);
    const language = languageOf(query.lang, call.arrival.request.headers.get('accept-language'));
    const url = `${call.arrival.origin}/public/works/${encodeURIComponent(found.id)}`;
    return shownAgain(call.arrival.request, publicPage(found, url, language), {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-cache',
      vary: 'accept-language',
    });
  },
});

export const data = serving({
  summary: 'What the public page of a work shows, for programs',
  authority: 'none',
  params: idParams,
  answer: publicWork,
  run: (call) => foundWork(call),
});

export const badge = serving({
  summary: 'The badge of a work, to stand in other pages',
  description: 'In English, or in the language of `lang`.',
  authority: 'none',
  params: idParams,
  query: inLanguage,
  answer: z.string().describe('An SVG picture.'),
  media: 'image/svg+xml',
  run: async ({ query, ...call }) => {
    const [{ badgeOf }, { languageOf }] = await Promise.all([
      import('../pages/badge.ts'),
      import('../pages/words/words.ts'),
    ]);
    const found = await foundWork(call);
    return shownAgain(call.arrival.request, badgeOf(found, languageOf(query.lang, null)), {
      ...elsewhere,
      'content-type': 'image/svg+xml; charset=utf-8',
    });
  },
});

export const card = serving({
  summary: 'The picture that stands beside links to a work',
  description: 'In English, or in the language of `lang`.',
  authority: 'none',
  params: idParams,
  query: inLanguage,
  answer: z.string().describe('A PNG picture.'),
  media: 'image/png',
  run: async ({ query, ...call }) => {
    const [{ cardOf }, { languageOf }] = await Promise.all([
      import('../pages/card.ts'),
      import('../pages/words/words.ts'),
    ]);
    const found = await foundWork(call);
    const picture = await cardOf(found, languageOf(query.lang, null));
    return shownAgain(call.arrival.request, picture, {
      ...elsewhere,
      'content-type': 'image/png',
    });
  },
});

/**
 * The work, for whoever has its link. What is not there counts as a guess; a badge that stands in
 * other pages is asked for often, and counts as none.
 *
 * @throws Refusal work-unknown, too-many-attempts
 */
function foundWork({ node, params, arrival, limits }: Linked): Promise<PublicWork> {
  return node
    .read((sight) => showPublicWork(sight, params.id))
    .catch((error: unknown) => {
      if (error instanceof Refusal) limits.take(`public ${arrival.address}`, ASKED_AFTER);
      throw error;
    });
}

type Linked = Pick<Call<{ readonly id: string }>, 'node' | 'params' | 'arrival' | 'limits'>;

/** What the public page may load: the fonts and the badge, of this node. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of pictures that are made to be shown by pages of others. */
const elsewhere = {
  'cache-control': 'public, max-age=60, stale-while-revalidate=600',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

/** An answer with its tag; nothing of it again for whoever has it already (RFC 9110, 13.1.2). */
function shownAgain(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${sha256Hex(body).slice(0, 32)}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(/\s*,\s*/);
  const isKnown = known.some((one) => one.replace(/^W\//, '') === etag);
  return new Response(isKnown ? null : body, {
    status: isKnown ? 304 : 200,
    headers: { ...headers, etag },
  });
}
