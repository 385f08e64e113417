import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toMultikey } from '../record/multibase.ts';
import { signingKey } from '../record/signature.ts';
import { newAgent } from './agent.ts';
import type { NewAgent } from './agent.ts';
import { assertId, idOf, isId } from './id.ts';
import { countries, isJurisdiction, jurisdictionOf, subdivisionsOf } from './jurisdiction.ts';
import { JURISDICTIONS, JURISDICTIONS_SOURCE } from './jurisdictions.ts';
import { nameOf } from './name.ts';

const refused = (code: string) => expect.objectContaining({ code });
const publicKey = toMultikey(signingKey(new Uint8Array(32).fill(1)).publicKey);
const anna: NewAgent = {
  id: 'agent_anna',
  name: 'Anna',
  kind: 'person',
  publicKey,
  keptByNode: true,
  responsible: null,
  jurisdiction: 'AU-VIC',
};
const robot: NewAgent = { ...anna, id: 'agent_robot', name: 'Robot', kind: 'machine' };
const machine: NewAgent = { ...robot, responsible: 'agent_anna' };
const person = { id: 'agent_anna', kind: 'person', unclaimed: false } as const;

describe('a new agent', () => {
  test('is a person, an organisation or a machine that somebody answers for', () => {
    expect(newAgent(anna, null)).toEqual({ ...anna, unclaimed: false });
    expect(newAgent(machine, person).responsible).toBe('agent_anna');
    const club = { ...anna, kind: 'organisation' };
    expect(newAgent(club, null).responsible).toBeNull();
    const firm = { id: 'agent_firm', kind: 'organisation', unclaimed: false } as const;
    expect(newAgent({ ...robot, responsible: firm.id }, firm).responsible).toBe('agent_firm');
  });

  test('that is a machine without anybody responsible is refused', () => {
    expect(() => newAgent(robot, null)).toThrow(refused('responsible-missing'));
  });

  test.each([
    ['a machine', { ...person, kind: 'machine' } as const],
    ['an unclaimed name', { ...person, unclaimed: true }],
    ['nobody', null],
    ['somebody else', { ...person, id: 'agent_ben' }],
  ])('cannot have %s responsible for it', (_, responsible) => {
    expect(() => newAgent(machine, responsible)).toThrow(refused('responsible-unfit'));
  });

  test('cannot be responsible for itself, unless it is a person, who is anyway', () => {
    const own = { ...robot, responsible: robot.id };
    const itself = { ...person, id: robot.id };
    expect(() => newAgent(own, itself)).toThrow(refused('responsible-unfit'));
    const needless = { ...anna, responsible: 'agent_anna' };
    expect(() => newAgent(needless, person)).toThrow(refused('responsible-needless'));
  });

  test('of no known kind, id, place or key is refused', () => {
    expect(() => newAgent({ ...anna, kind: 'cat' }, null)).toThrow(refused('agent-kind-unknown'));
    expect(() => newAgent({ ...anna, id: '-' }, null)).toThrow(refused('id-malformed'));
    const nowhere = { ...anna, jurisdiction: 'XX' };
    expect(() => newAgent(nowhere, null)).toThrow(refused('jurisdiction-unknown'));
    const keyless = { ...anna, publicKey: 'z6Mk' };
    expect(() => newAgent(keyless, null)).toThrow(refused('key-malformed'));
    expect(() => newAgent({ ...anna, publicKey: null }, null)).toThrow(/has a key/);
  });

  test('that nobody has claimed has no key', () => {
    const unclaimed = { ...anna, unclaimed: true, publicKey: null, keptByNode: false };
    expect(newAgent(unclaimed, null).unclaimed).toBe(true);
    expect(() => newAgent({ ...unclaimed, publicKey }, null)).toThrow(/has no key/);
  });
});

describe('a name', () => {
  test.each(['Ελένη', 'פרופ׳ לוי', 'محمد', '山田太郎', 'नरेन्द्र', '👩‍👩‍👧', "O'Brien-Ng", 'می‌خواهم'])(
    'in any script is kept: %s',
    (name) => {
      expect(nameOf(`  ${name.normalize('NFD')}\n`)).toBe(name.normalize('NFC'));
    },
  );

  test.each(['', '   ', '\u200b', '\u00ad', '\u3164', '\u0301'])(
    'that cannot be seen is missing: "%s"',
    (name) => {
      expect(() => nameOf(name)).toThrow(refused('name-missing'));
    },
  );

  test('has at most 500 characters, each counted once', () => {
    expect(nameOf('😀'.repeat(500))).toHaveLength(1000);
    expect(() => nameOf('a'.repeat(501))).toThrow(refused('name-too-long'));
  });

  test.each(['a\nb', 'a\u0000b', 'a\u007fb', 'a\u2028b', 'a\u202eb', 'a\u2066b', 'a\ud800b'])(
    'that would garble its line is refused: %j',
    (name) => {
      expect(() => nameOf(name)).toThrow(refused('name-malformed'));
    },
  );
});

describe('an id', () => {
  test('of our own has its prefix and 20 characters of base32', () => {
    expect(idOf('agent_', new Uint8Array(13))).toBe(`agent_${'a'.repeat(20)}`);
    expect(idOf('pay_', new Uint8Array(16).fill(255))).toBe(`pay_${'7'.repeat(20)}`);
    // RFC 4648, section 10: "foobar" is MZXW6YTBOI in base32.
    expect(idOf('con_', Buffer.from('foobar-foobar'))).toMatch(/^con_mzxw6ytbo/);
    expect(() => idOf('con_', new Uint8Array(12))).toThrow(/13 random bytes/);
  });

  test('that a client chooses has 1 to 100 plain characters', () => {
    for (const id of ['a', 'Invoice-2026.7_x-y', 'Z'.repeat(100)]) expect(assertId(id)).toBe(id);
    for (const id of ['', '-a', '.', 'a b', 'é', 'a/b', 'a:b', 'a\n', 'Z'.repeat(101)]) {
      expect(isId(id)).toBe(false);
      expect(() => assertId(id)).toThrow(refused('id-malformed'));
    }
  });
});

describe('a jurisdiction', () => {
  test.each(['AU', 'AU-VIC', 'GB-ENG', 'US-CA', 'SI-212', 'FR-75', 'AQ'])('can be %s', (code) => {
    expect(isJurisdiction(code)).toBe(true);
  });

  test.each(['', 'A', 'XX', 'AUS', 'AU-', 'AU-XXX', 'au', 'AU VIC', 'AU-VI', 'VIC'])(
    'cannot be "%s"',
    (code) => {
      expect(isJurisdiction(code)).toBe(false);
    },
  );

  test('is one of the countries to choose from, or of the subdivisions of one', () => {
    expect(countries()).toContain('AQ');
    expect(countries().toSorted()).toEqual([...new Set(countries())]);
    expect(countries().every(isJurisdiction)).toBe(true);
    expect(subdivisionsOf('AU')).toContain('VIC');
    expect(subdivisionsOf('AZ').length).toBeGreaterThan(70);
    expect([subdivisionsOf('AQ'), subdivisionsOf('')]).toEqual([[], []]);
    expect(subdivisionsOf('AZ').every((part) => isJurisdiction(`AZ-${part}`))).toBe(true);
  });

  test('is taken in small letters too', () => {
    expect(jurisdictionOf(' au-vic ')).toBe('AU-VIC');
    expect(() => jurisdictionOf('atlantis')).toThrow(refused('jurisdiction-unknown'));
  });

  test('is one of the code lists that the product ships with, all of them', () => {
    const tables = new URL('../../../data/codes/2026-11-21/', import.meta.url);
    const files = ['countries.csv', 'iso3166-2_subdivisions.csv'];
    const [countries, subdivisions] = files.map((name) => readFileSync(new URL(name, tables)));
    const hash = createHash('sha256').update(countries!).update(subdivisions!).digest('hex');
    expect(hash).toBe(JURISDICTIONS_SOURCE);
    const codes = `${countries!.toString()}${subdivisions!.toString()}`.matchAll(
      /^([A-Z]{2}(?:-[A-Z0-9]{1,3})?),/gm,
    );
    const all = Array.from(codes, ([, code]) => code ?? '');
    expect(all.filter((code) => !isJurisdiction(code))).toEqual([]);
    const held = JURISDICTIONS.trim()
      .split('\n')
      .flatMap((line) => line.split(' ').slice(1));
    const countryCount = all.filter((code) => code.length === 2).length;
    expect(held.length).toBe(all.length - countryCount);
  });
});
