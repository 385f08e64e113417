import { expect, test } from 'vitest';
import { explainedOf, textOf } from './opened.ts';

test('what an address says is open is what was written into it', () => {
  for (const text of [
    'owed',
    'paid',
    'next',
    'person:agent_a',
    'line:con_b:c',
    'claim:con_b',
    'licence:rel_a',
  ]) {
    const explained = explainedOf(text);
    expect(explained && textOf(explained)).toBe(text);
  }
});

test('an address that names nothing to explain opens nothing', () => {
  for (const text of [undefined, '', 'else', 'line:', 'person']) {
    expect(explainedOf(text)).toBeUndefined();
  }
});
