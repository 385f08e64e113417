import { expect, test } from 'vitest';
import { authorIdentity } from './identity.ts';

test('the same author is found again on one node, in whatever case the address is written', () => {
  const first = authorIdentity({ node: 'node_a', knownAs: 'Mira@example.org' });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(authorIdentity({ node: 'node_a', knownAs: ' mira@example.org ' })).toBe(first);
});

test('two nodes cannot compare their authors, and the address cannot be read', () => {
  const here = authorIdentity({ node: 'node_a', knownAs: 'mira@example.org' });
  expect(authorIdentity({ node: 'node_b', knownAs: 'mira@example.org' })).not.toBe(here);
  expect(here).not.toContain('mira');
});
