import { describe, expect, it } from 'vitest';
import { isoCurrencies } from '../money/currency.ts';
import { diffTerms, diffText } from './diff.ts';
import { odrlAgreement, odrlVocabulary, puoVocabulary } from './odrl.ts';
import type { DraftingContext } from './terms.ts';
import { amendTerms, parseTerms } from './terms.ts';
import { agreementText } from './text.ts';
import type { AgreementSignature, AgreementVersion, SigningAgent } from './version.ts';
import {
  inForce,
  lockedChanges,
  newestVersion,
  notSigned,
  requireInForce,
  signVersion,
  versionFor,
  versionOf,
} from './version.ts';

const context: DraftingContext = {
  work: { id: 'work_tides', title: 'Tide tables', kind: 'software', currency: 'AUD' },
  steward: { agent: 'ana', name: 'Ana' },
  currencies: isoCurrencies(),
  tables: [],
  upstream: [],
};
const signedAt = '2026-05-01T10:00:00Z';
const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

/** Versions, each made by changing the one before. */
function versions(...changes: readonly Record<string, unknown>[]): readonly AgreementVersion[] {
  const made: AgreementVersion[] = [];
  for (const change of changes) {
    const before = made.at(-1)?.terms;
    const terms =
      before === undefined
        ? parseTerms(change, 'award', context)
        : amendTerms(before, change, context);
    made.push({ ...agreementText(terms), number: made.length + 1, terms });
  }
  return made;
}

const person = (id: string): SigningAgent => ({ id, kind: 'person', responsible: null });

/** Signatures as text: "ana 1, bo 1, ana 2". */
function signatures(list: readonly AgreementVersion[], text: string): AgreementSignature[] {
  return text
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [agent = '', number = ''] = one.split(' ');
      const version = versionOf(list, Number(number), 'work_tides');
      return { ...version, version: version.number, agent, by: agent, signedAt };
    });
}

describe('locked terms', () => {
  it.each<[Record<string, unknown>, readonly string[]]>([
    [{ 'review.n': '2' }, []],
    [{ return: '2' }, ['return', 'return.cash']],
    [{ 'return.cash': '1' }, ['return.cash']],
    [{ 'delay.rate': '5 %' }, ['delay.rate']],
    [{ 'split.host': '5 %' }, ['split.host']],
    [{ 'open.licence': 'MIT', 'open.hold': 'P10D' }, ['open.licence', 'open.hold']],
    [{ locked: [...(versions({})[0]?.terms.locked ?? []), 'appeal'] }, ['locked']],
  ])('changed by %j are %j', (change, keys) => {
    const old = parseTerms({}, 'award', context);
    expect(lockedChanges(old, parseTerms(change, 'award', context))).toEqual(keys);
  });

  it('are those that the old terms lock', () => {
    const [first, second] = versions(
      { locked: [...(versions({})[0]?.terms.locked ?? []), 'appeal'] },
      { appeal: 'P60D' },
    );
    if (first === undefined || second === undefined) throw new Error('Two versions were made.');
    expect(lockedChanges(first.terms, second.terms)).toEqual(['appeal']);
  });
});

describe('what is in force', () => {
  const plain = versions({}, { 'review.n': '2' });
  const locking = versions({}, { 'open.licence': 'MIT' }, { 'review.n': '2' });
  // versions, signatures, claim holders, adopted -> governing, by agent, waiting
  it.each<
    [string, readonly AgreementVersion[], string, string[], number[], number | null, string, string]
  >([
    ['nothing before the first signature', plain, '', [], [], null, '', '1: 2:'],
    ['a version for its first signatory', plain, 'bo 1', [], [], 1, 'bo 1', '2:'],
    [
      'an amendment for its signatories',
      plain,
      'ana 1, bo 1, ana 2',
      ['bo'],
      [],
      2,
      'ana 2, bo 1',
      '',
    ],
    [
      'an amendment for one who is not the steward',
      plain,
      'ana 1, bo 1, bo 2',
      ['ana', 'bo'],
      [],
      1,
      'ana 1, bo 2',
      '',
    ],
    [
      'an amendment by all claim holders',
      plain,
      'ana 1, bo 1, bo 2',
      ['bo'],
      [],
      2,
      'ana 1, bo 2',
      '',
    ],
    [
      'no locked change that a claim holder has not signed',
      locking,
      'ana 1, bo 1, ana 2',
      ['bo'],
      [],
      1,
      'ana 1, bo 1',
      '2:bo 3:bo',
    ],
    [
      'a locked change that all claim holders signed',
      locking,
      'ana 1, bo 1, ana 2, bo 2',
      ['bo'],
      [],
      2,
      'ana 2, bo 2',
      '3:',
    ],
    [
      'no locked change without steward or claims',
      locking,
      'ana 1, bo 1, bo 2',
      [],
      [],
      1,
      'ana 1, bo 1',
      '2:ana 3:ana',
    ],
    [
      'a locked change by the steward before claims',
      locking,
      'ana 1, bo 1, ana 2',
      [],
      [],
      2,
      'ana 2, bo 1',
      '3:',
    ],
    [
      'what held once, after a new claim holder came',
      locking,
      'ana 1, bo 1, ana 2, bo 2, cy 1',
      ['bo', 'cy'],
      [2],
      2,
      'ana 2, bo 2, cy 1',
      '3:',
    ],
  ])('is %s', (_, list, signed, holders, adopted, governing, byAgent, waiting) => {
    const force = inForce(list, signatures(list, signed), holders, adopted);
    expect(force.governing).toBe(governing);
    const agents = [...force.byAgent].map(([agent, number]) => `${agent} ${number}`);
    expect(agents.toSorted().join(', ')).toBe(byAgent);
    const waits = force.waiting.map((one) => `${one.version}:${one.waitsFor.join(',')}`);
    expect(waits.join(' ')).toBe(waiting);
  });

  it('says which locked terms wait, and for whom', () => {
    const force = inForce(locking, signatures(locking, 'ana 1, bo 1, ana 2'), ['bo', 'ana']);
    expect(() => requireInForce(2, force)).toThrow(
      refusal('locked-term', { keys: 'open.licence', missing: 'bo', version: 2 }),
    );
    expect(() => requireInForce(1, force)).not.toThrow();
  });

  it('keeps a contribution under the version that its author signed, and refuses others', () => {
    const force = inForce(plain, signatures(plain, 'ana 1, bo 1, ana 2'), []);
    expect(versionFor('ana', 'work_tides', force)).toBe(2);
    expect(versionFor('bo', 'work_tides', force)).toBe(1);
    expect(() => versionFor('cy', 'work_tides', force)).toThrow(
      refusal('not-signed', { agent: 'cy' }),
    );
  });

  it('shows who has not signed: steward, parties and earlier signatories', () => {
    const list = versions({ parties: ['bo', 'di'] }, { 'review.n': '2' });
    const signed = signatures(list, 'bo 1, cy 1, bo 2');
    expect(notSigned(versionOf(list, 1, 'w'), signed)).toEqual(['ana', 'di']);
    expect(notSigned(newestVersion(list, 'w'), signed)).toEqual(['ana', 'di', 'cy']);
  });
});

describe('signing', () => {
  const list = versions({}, { 'review.n': '2' });
  const [first] = list;
  if (first === undefined) throw new Error('A version was made.');
  const sign = (
    change: Partial<Parameters<typeof signVersion>[0]> = {},
    signed = '',
    all = list,
  ): AgreementSignature => {
    const given = signatures(list, signed);
    const request = {
      work: 'work_tides',
      version: 1,
      agent: person('bo'),
      by: person('bo'),
      shown: first,
      signedAt,
    };
    return signVersion({ ...request, ...change }, all, given, inForce(list, given, []));
  };

  it('covers terms, template and the text that was shown', () => {
    expect(sign()).toEqual({
      version: 1,
      agent: 'bo',
      by: 'bo',
      signedAt,
      termsHash: first.termsHash,
      templateHash: first.templateHash,
      textHash: first.textHash,
    });
  });

  it('is done for a machine by the person who is responsible for it', () => {
    const robot: SigningAgent = { id: 'robot', kind: 'machine', responsible: 'bo' };
    expect(sign({ agent: robot })).toMatchObject({ agent: 'robot', by: 'bo' });
    expect(() => sign({ agent: robot, by: robot })).toThrow(
      refusal('machine-cannot-sign', { agent: 'robot', responsible: 'bo' }),
    );
    expect(() => sign({ agent: robot, by: person('cy') })).toThrow(
      refusal('machine-cannot-sign', { responsible: 'bo' }),
    );
  });

  it('refuses where there is no agreement', () => {
    expect(() => sign({}, '', [])).toThrow(refusal('agreement-missing', { work: 'work_tides' }));
    expect(() => newestVersion([], 'work_tides')).toThrow(refusal('agreement-missing'));
  });

  it('refuses a version that does not exist', () => {
    expect(() => sign({ version: 3 })).toThrow(refusal('version-unknown', { newest: 2 }));
  });

  it('refuses a signature over another text', () => {
    for (const hash of ['termsHash', 'templateHash', 'textHash'] as const) {
      expect(() => sign({ shown: { ...first, [hash]: '0' } })).toThrow(refusal('text-not-shown'));
    }
  });

  it('refuses a second signature under one version', () => {
    expect(() => sign({}, 'bo 1')).toThrow(refusal('already-signed', { agent: 'bo', version: 1 }));
  });

  it('refuses a version that a newer one has overtaken', () => {
    expect(() => sign({}, 'ana 1, ana 2')).toThrow(refusal('version-superseded', { governing: 2 }));
  });
});

describe('differences', () => {
  it('stand side by side, clause by clause, and say what is locked', () => {
    const [old, next] = versions({}, { return: '2', 'review.n': '2', deadman: 'P90D' });
    if (old === undefined || next === undefined) throw new Error('Two versions were made.');
    const diff = diffTerms(old.terms, next.terms);
    expect(diff.map((clause) => clause.clause)).toEqual([8, 11, 16]);
    expect(diff[0]?.changes[0]).toEqual({
      key: 'return',
      was: '1.5',
      becomes: '2',
      saidWas: 'A contribution is owed 1.5 times what it cost.',
      saysNow: 'A contribution is owed 2 times what it cost.',
      locked: true,
      enforced: true,
    });
    expect(diff[1]?.changes[0]).toMatchObject({ locked: false });
    expect(diff[2]?.changes[0]).toMatchObject({ enforced: false });
    expect(diffText(diff)).toContain('+ A contribution is owed 2 times what it cost.\n  (locked');
  });

  it('say so where there are none', () => {
    const [one] = versions({});
    if (one === undefined) throw new Error('A version was made.');
    expect(diffText(diffTerms(one.terms, one.terms))).toBe('The terms are the same.\n');
  });

  it('show a change of the heading too', () => {
    const old = parseTerms({}, 'award', context);
    const renamed = { ...context, work: { ...context.work, title: 'Tides' } };
    expect(diffText(diffTerms(old, amendTerms(old, {}, renamed)))).toContain(
      '+ The work is called Tides.',
    );
  });
});

describe('the ODRL form', () => {
  const words = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value)) return value.flatMap(words);
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'puo:terms' || key === '@context' ? [key] : [key, ...words(inner)],
    );
  };
  const [version] = versions({});
  if (version === undefined) throw new Error('A version was made.');
  const policy = odrlAgreement(version, ['ana', 'bo']);

  it('is an Agreement with a profile, a target, assigners and an assignee in each rule', () => {
    expect(policy).toMatchObject({
      '@type': 'Agreement',
      uid: 'urn:webizen:work_tides:agreement:1',
      conflict: 'prohibit',
      'puo:textHash': version.textHash,
      permission: [
        {
          target: 'urn:webizen:work_tides',
          assigner: ['urn:webizen:ana', 'urn:webizen:bo'],
          assignee: 'urn:webizen:ana',
        },
      ],
      obligation: [{ assignee: 'urn:webizen:ana' }, { assignee: 'urn:webizen:ana' }],
    });
  });

  it('uses the closed vocabulary and nothing else', () => {
    const allowed = new Set([...odrlVocabulary, ...puoVocabulary]);
    expect(words(policy).filter((word) => !allowed.has(word))).toEqual([]);
  });

  it('is a policy without parties before the first signature', () => {
    expect(odrlAgreement(version, [])).toMatchObject({ '@type': 'Set' });
  });

  it('carries all terms as JSON', () => {
    expect(policy).toMatchObject({ 'puo:terms': version.terms });
  });
});
