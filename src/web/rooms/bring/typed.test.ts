import { expect, test } from 'vitest';
import { formatOf, knownOf, nothing, valuingOf } from './typed.ts';

const author = (identity: string, name: string) => ({
  identity,
  name,
  bot: false,
  lines: 1,
  from: '2026-05-01',
  to: '2026-05-01',
  hours: '1.00',
});

test('a file is taken for what its name says, and else for what was chosen', () => {
  const names = [
    'Toggl_time_entries.csv',
    'clockify.csv',
    'work.timeclock',
    'rails.log.gz',
    'may.csv',
  ];
  expect(names.map((name) => formatOf(name, 'harvest'))).toEqual([
    'toggl',
    'clockify',
    'timeclock',
    'history',
    'harvest',
  ]);
});

test('an author is the one agent of that name, unless something else is said', () => {
  const contributors = [
    author('i1', 'ada '),
    author('i2', 'Jun'),
    author('i3', 'Jun'),
    author('i4', 'Mo'),
  ];
  const candidates = [
    { id: 'agent_ada', name: 'Ada' },
    { id: 'agent_jun', name: 'Jun' },
    { id: 'agent_mo', name: 'Mo' },
    { id: 'agent_other', name: 'mo' },
  ];
  expect(knownOf({ contributors }, { i3: '', i2: 'agent_ada' }, candidates)).toEqual({
    i1: 'agent_ada',
    i2: 'agent_ada',
  });
});

const at = { currency: 'AUD', locale: 'en-GB', scale: 2 };

test('lines are valued by what is said of them, and by nothing else', () => {
  expect(valuingOf(nothing, at)).toEqual({});
  expect(valuingOf({ ...nothing, classification: ' MA000065/6 ', rate: '50' }, at)).toEqual({
    classification: 'MA000065/6',
    rate: { amount: '50', currency: 'AUD' },
  });
});
