import { describe, expect, test } from 'vitest';
import { sha256 } from '../record/hash.ts';
import { toMultibase, toMultikey } from '../record/multibase.ts';
import { signBytes, signingKey } from '../record/signature.ts';
import { Refusal } from '../refusals.ts';
import { checkPossession, offerText, possessionText, readOffer } from './possession.ts';
import type { Possession, SignedPossession } from './possession.ts';

const laptop = signingKey(sha256('laptop'));
const other = signingKey(sha256('another'));
const publicKey = toMultikey(laptop.publicKey);
const here = { node: 'node_shelf', agent: 'agent_noor' };
const at = '2026-06-01T09:00:00.000Z';
const until = (time: string): Possession => ({ ...here, expiresAt: `2026-06-01T${time}.000Z` });

const signed = (said: Possession, key = laptop): SignedPossession => {
  const text = new TextEncoder().encode(possessionText(publicKey, said));
  return { ...said, signature: toMultibase(signBytes(text, key)) };
};

const outcome = (said: SignedPossession, key = publicKey): string => {
  try {
    checkPossession(key, said, { ...here, at });
    return 'holds';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('that a new key is held', () => {
  test('is shown by its signature over node, agent, key and end', () => {
    expect(possessionText(publicKey, until('09:15:00'))).toBe(
      `Webizen key\nnode_shelf\nagent_noor\n${publicKey}\n2026-06-01T09:15:00.000Z\n`,
    );
    expect(outcome(signed(until('09:15:00')))).toBe('holds');
    // The clock of a device may be ahead by five minutes.
    expect(outcome(signed(until('09:20:00')))).toBe('holds');
  });

  test('is refused in the order: form, elsewhere, wrong, expired, too long', () => {
    const late = signed(until('09:00:00'));
    expect(outcome({ ...late, agent: 'agent_tama' }, 'z6Mk')).toBe('key-malformed');
    expect(outcome({ ...late, agent: 'agent_tama' })).toBe('possession-elsewhere');
    expect(outcome({ ...late, node: 'node_other' })).toBe('possession-elsewhere');
    expect(outcome(signed(until('09:00:00'), other))).toBe('possession-wrong');
    expect(outcome({ ...late, signature: 'none' })).toBe('possession-wrong');
    expect(outcome({ ...signed(until('09:05:00')), expiresAt: until('09:10:00').expiresAt })).toBe(
      'possession-wrong',
    );
    expect(outcome(late)).toBe('possession-expired');
    expect(outcome(signed({ ...here, expiresAt: 'never' }))).toBe('possession-expired');
    expect(outcome(signed(until('09:20:01')))).toBe('possession-too-long');
  });
});

describe('an offer', () => {
  const offer = { publicKey, possession: signed(until('09:15:00')), name: 'Noor’s ~ laptop' };

  test('is one line of text, alone or at the end of a link, and is read back', () => {
    const text = offerText(offer);
    expect(text).toMatch(/^[\w.~%:-]+$/);
    expect(readOffer(text)).toEqual(offer);
    expect(readOffer(` http://localhost:4410/app/device/add#${text}\n`)).toEqual(offer);
  });

  test('that is something else is refused (offer-malformed)', () => {
    const text = offerText(offer);
    const cut = text.slice(0, text.lastIndexOf('~', text.indexOf('Noor') - 1));
    for (const odd of ['', 'hello', cut, `${text}%`, text.replace('2026', 'soon')]) {
      expect(() => readOffer(odd)).toThrow(expect.objectContaining({ code: 'offer-malformed' }));
    }
  });
});
