import { describe, expect, it } from 'vitest';
import {
  currentRelease,
  firstRelease,
  newestRelease,
  nextRelease,
  opened,
  requireOwing,
} from './release.ts';

const first = firstRelease('rel_1', 'work_1');
const second = nextRelease('rel_2', [first]);
const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

describe('a release', () => {
  it('is owing, under the licence that asks for payment, from its beginning', () => {
    expect(first).toMatchObject({ number: 1, status: 'owing', openedAt: null });
    expect(first.licence).toBe('LicenseRef-PaidUntilOpen-1.0');
    expect(second).toMatchObject({ number: 2, work: 'work_1', status: 'owing' });
  });

  it('is the current one when it is the newest that is not open', () => {
    const open = opened(first, 'Apache-2.0', '2026-05-31T00:00:00Z');
    expect(currentRelease([second, first])?.id).toBe('rel_2');
    expect(currentRelease([open, second])?.id).toBe('rel_2');
    expect(currentRelease([first, opened(second, 'MIT', '2026-05-31T00:00:00Z')])?.id).toBe(
      'rel_1',
    );
    expect(currentRelease([open])).toBeNull();
    expect(newestRelease([second, first]).id).toBe('rel_2');
  });

  it('opens once and for good', () => {
    const open = opened(first, 'Apache-2.0', '2026-05-31T00:00:00Z');
    expect(open).toMatchObject({ status: 'open', licence: 'Apache-2.0' });
    expect(first.status).toBe('owing');
    expect(() => opened(open, 'MIT', '2027-01-01T00:00:00Z')).toThrow(
      refusal('already-open', { release: 'rel_1' }),
    );
    expect(() => requireOwing(open)).toThrow(refusal('already-open'));
  });

  it('exists for every work', () => {
    expect(() => newestRelease([])).toThrow('at least one release');
  });
});
