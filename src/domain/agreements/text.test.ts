import { describe, expect, it } from 'vitest';
import { isoCurrencies } from '../money/currency.ts';
import { sha256Hex } from '../record/hash.ts';
import { fields } from './fields.ts';
import { templateHash, templateOf } from './template.ts';
import type { DraftingContext } from './terms.ts';
import { parseTerms, termsHash } from './terms.ts';
import { agreementText, verifyForms } from './text.ts';

const context: DraftingContext = {
  work: { id: 'work_tides', title: 'Gezeiten {return} 潮汐', kind: 'software', currency: 'AUD' },
  steward: { agent: 'agent_ana', name: 'Ana' },
  currencies: isoCurrencies(),
  tables: [{ id: 'au-award-history', vintage: '2026-07-01', sha256: 'a'.repeat(64) }],
  upstream: [],
  example: { amount: { amount: '37.97', currency: 'AUD' }, because: 'MA000065/6 in May 2026' },
};
const terms = parseTerms({}, 'award', context);
const text = agreementText(terms);
const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

describe('the text of an agreement', () => {
  it('is the same bytes each time', () => {
    expect(agreementText(parseTerms({}, 'award', context))).toEqual(text);
  });

  it('keeps the words of version 1 of the template as they were released', () => {
    expect(templateHash(templateOf('1'))).toBe(
      '059fd4f8d90ee3ee629562c5253cb29295e4718f290a262a42fb65edc624b97b',
    );
  });

  it('carries the hashes of terms and template, and is itself hashed', () => {
    expect(text.termsHash).toBe(termsHash(terms));
    expect(text.plain).toContain(text.termsHash);
    expect(text.plain).toContain(text.templateHash);
    expect(text.textHash).toBe(sha256Hex(text.plain));
  });

  it('has all 28 clauses, each with a heading, a sentence and the sentences of its terms', () => {
    const clauses = text.sections.filter((section) => section.clause !== null);
    expect(clauses.map((section) => section.clause)).toEqual(
      Array.from({ length: 28 }, (_, index) => index + 1),
    );
    for (const clause of clauses) {
      expect(clause.paragraphs[0]?.length).toBeGreaterThan(20);
      const ofClause = fields.filter((field) => field.clause === clause.clause);
      expect(clause.items).toHaveLength(ofClause.length);
    }
  });

  it('leaves no blank unfilled but those in what people wrote', () => {
    expect(agreementText({ ...terms, title: 'Tides', purpose: 'To warn.' }).plain).not.toMatch(
      /\{|\}|undefined/,
    );
    expect(text.title).toBe('Work agreement: Gezeiten {return} 潮汐');
  });

  it('wraps at 78 characters, but for words that are longer', () => {
    const long = text.plain.split('\n').filter((line) => Array.from(line).length > 78);
    expect(long.filter((line) => line.trim().includes(' '))).toEqual([]);
  });

  it('says the risk, that nobody reviewed it, and that it is no legal advice', () => {
    expect(text.sections.at(-1)?.paragraphs[0]).toMatch(/^It may earn nothing\./);
    expect(text.plain).toMatch(/Design, not legal advice\./);
    expect(text.plain).toContain('Reviewed by a lawyer: none.');
  });

  it('works one hour out with the numbers of the terms', () => {
    const example = text.sections.find((section) => section.id === 'example');
    expect(example?.paragraphs[0]).toContain('It costs 37.97 AUD (MA000065/6 in May 2026).');
    expect(example?.paragraphs[0]).toContain('you are owed 56.96 AUD');
    expect(example?.paragraphs[1]).toContain('paid 18.98 AUD on the day');
    expect(example?.paragraphs[1]).toContain('18.99 AUD, times 1.5: 28.48 AUD');
  });

  it.each([
    ['equal', { equalRate: { amount: '30', currency: 'AUD' } }, '30.00 AUD (what any hour'],
    [
      'rates',
      { rates: [{ agent: 'a', amount: { amount: '9000', currency: 'JPY' }, from: '2026-01-01' }] },
      '9000 JPY (the first of the agreed rates)',
    ],
    ['award', {}, '40.00 AUD (a round sum'],
  ])('without an example takes the hour of %s from the terms', (preset, input, said) => {
    const { example: _, ...without } = context;
    expect(agreementText(parseTerms(input, preset, without)).plain.replace(/\s+/g, ' ')).toContain(
      said,
    );
  });

  it('shows departures from the preset before the clauses', () => {
    const changed = agreementText(
      parseTerms({ 'split.host': '5 %', return: '2', purpose: 'To warn.' }, 'award', context),
    );
    expect(changed.sections[1]).toMatchObject({
      id: 'departures',
      items: [
        'Clause 8: A contribution is owed 2 times what it cost.',
        'Clause 8: Cash is owed 2 times.',
        'Clause 17: Host: 5 % of each payment after tax.',
      ],
    });
    expect(text.sections[1]?.items).toEqual([]);
  });

  it('names the risks of unusual terms beside the signature', () => {
    const risky = agreementText(
      parseTerms(
        { 'open.threshold': '90 %', deadman: 'P10D', 'delay.rate': '5 %', 'return.cash': '2' },
        'award',
        context,
      ),
    );
    const risks = risky.sections.at(-1)?.items.join('\n');
    expect(risks).toContain('before all is paid');
    expect(risks).toContain('Above 1.5 the steward should have advice');
    expect(risks).toContain('Growth for delay may be limited by law');
    expect(risks).toContain('Unusual: After 10 days of silence');
  });

  it('says growth only where there is growth', () => {
    const grown = agreementText(parseTerms({ 'delay.rate': '5 %' }, 'award', context)).plain;
    expect(grown).toContain('After 6 months the unpaid part grows by 5 % a year');
    expect(text.plain).not.toContain('the unpaid part grows by');
  });

  it('puts every structured term into words', () => {
    const money = { amount: '10', currency: 'AUD' };
    const all = agreementText(
      parseTerms(
        {
          parties: [{ agent: 'agent_bo', name: 'Bo Ltd', roles: ['host'], authority: 'Cy' }],
          standIn: 'agent_cy',
          kinds: [{ id: 'moderation', unit: 'h', rateSource: 'agreed', evidenceMin: 1 }],
          rates: [{ agent: 'agent_bo', kind: 'labour', amount: money, from: '2026-01-01' }],
          tranches: [{ priority: 1, agents: ['agent_bo'] }, { priority: 2 }],
          classes: [{ id: 'people' }, { id: 'firms', price: money, per: 'year' }],
          thirdParty: [{ part: 'map', holder: 'Di', licence: 'MIT' }],
          arbitration: { rules: 'UNCITRAL', seat: 'Perth', body: 'RI', language: 'en' },
          reviewed: { by: 'Eve', for: 'AU', on: '2026-01-31' },
          backstop: 'none',
          earlier: 'since:2025-01-01',
        },
        'rates',
        { ...context, upstream: [{ release: 'rel_sea', share: '0.125' }] },
      ),
    ).plain.replace(/\s+/g, ' ');
    for (const said of [
      'Bo Ltd [agent_bo] (host), by Cy',
      'agent_cy stands in',
      'moderation in h, rate from agreed, pieces of evidence: 1',
      'Bo Ltd for labour 10.00 AUD from 2026-01-01',
      'priority 1: Bo Ltd; priority 2: everyone else',
      'people [people] free; firms [firms] 10.00 AUD per year',
      'map of Di, MIT',
      'UNCITRAL, seat Perth, by RI, in en',
      'Reviewed by a lawyer: Eve, for AU, on 2026-01-31',
      'by payment alone',
      'on or after 2025-01-01',
      '12.5 % to rel_sea',
    ]) {
      expect(all).toContain(said);
    }
  });

  it('refuses a template that does not exist', () => {
    expect(() => agreementText(terms, '99')).toThrow(refusal('template-unknown'));
  });
});

describe('the forms of an agreement', () => {
  it('are one agreement when each was made from the terms', () => {
    expect(() => verifyForms(terms, text)).not.toThrow();
  });

  it.each([
    ['the hash of the terms', { termsHash: '0' }],
    ['the template', { templateHash: '0' }],
    ['the text', { plain: text.plain.replace('1.5', '1.6') }],
    ['the hash of the text', { textHash: '0' }],
  ])('differ when %s differs', (what, change) => {
    expect(() => verifyForms(terms, { ...text, ...change })).toThrow(
      refusal('forms-differ', { what }),
    );
  });

  it('differ when the terms were changed after the text was made', () => {
    const changed = parseTerms({ return: '2' }, 'award', context);
    expect(() => verifyForms(changed, text)).toThrow(refusal('forms-differ'));
  });
});
