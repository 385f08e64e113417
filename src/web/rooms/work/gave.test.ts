import { expect, test } from 'vitest';
import { gaveOf } from './gave.ts';

const line = (agent: string, quantity: string, more: object = {}) => ({
  agent,
  kind: 'knowledge-work',
  unit: 'h',
  quantity,
  status: 'accepted' as const,
  what: 'Code',
  supersededBy: null,
  ...more,
});

test('one thing keeps its name, several of a kind are added up exactly', () => {
  const gave = gaveOf([
    line('agent_one', '120'),
    line('agent_two', '0.1'),
    line('agent_two', '0.2', { what: 'Meetings' }),
    line('agent_two', '40', { kind: 'cash', unit: 'AUD', what: 'Hosting' }),
  ]);
  expect(gave.get('agent_one')).toEqual([
    { kind: 'knowledge-work', unit: 'h', quantity: '120', what: 'Code' },
  ]);
  expect(gave.get('agent_two')).toEqual([
    { kind: 'knowledge-work', unit: 'h', quantity: '0.3', what: null },
    { kind: 'cash', unit: 'AUD', quantity: '40', what: 'Hosting' },
  ]);
});

test('what is not accepted, or was replaced, was not given', () => {
  const gave = gaveOf([
    line('agent_one', '6', { status: 'submitted' }),
    line('agent_one', '6', { supersededBy: 'con_new' }),
  ]);
  expect(gave.size).toBe(0);
});

test('whole sums keep their noughts', () => {
  const lines = [line('agent_one', '12.5'), line('agent_one', '7.5'), line('agent_one', '80')];
  expect(gaveOf(lines).get('agent_one')?.[0]?.quantity).toBe('100');
});
