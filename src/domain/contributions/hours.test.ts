import { describe, expect, test } from 'vitest';
import { assertHoursPossible, findOverrun, overlaps, type HoursLine } from './hours.ts';

const line = (id: string, days: string, hours: string): HoursLine => {
  const [from = '', to = from] = days.split('/');
  return { id, days: { from, to }, hours };
};

describe('hours-impossible', () => {
  test('names the days, the sum and the lines', () => {
    const lines = [line('con_1', '2026-05-01', '14'), line('con_2', '2026-05-01', '10.5')];
    expect(() => assertHoursPossible(lines)).toThrow(
      expect.objectContaining({
        code: 'hours-impossible',
        values: {
          hours: '24.5',
          from: '2026-05-01',
          to: '2026-05-01',
          days: 1,
          lines: 'con_1, con_2',
        },
      }),
    );
  });

  test('is found where only the lines together are too many', () => {
    const lines = [
      line('a', '2026-05-01/2026-05-02', '30'),
      line('b', '2026-05-02/2026-05-03', '30'),
      line('c', '2026-05-01/2026-05-03', '12.01'),
    ];
    expect(findOverrun(lines)).toMatchObject({ from: '2026-05-01', to: '2026-05-03', days: 3 });
    expect(findOverrun(lines.slice(0, 2))).toBeNull();
  });

  test('names the shortest stretch, and no line that is not in it', () => {
    const lines = [
      line('a', '2026-05-01/2026-05-31', '700'),
      line('b', '2026-05-10', '20'),
      line('c', '2026-05-10', '5'),
    ];
    expect(findOverrun(lines)?.lines).toEqual(['b', 'c']);
  });
});

describe('hours that fit', () => {
  test('may fill the days to the last minute', () => {
    assertHoursPossible([
      line('a', '2026-05-01', '24'),
      line('b', '2026-05-02', '23.999'),
      line('c', '2026-05-01/2026-05-02', '0.001'),
    ]);
  });

  test('of no line are no trouble', () => {
    expect(findOverrun([])).toBeNull();
  });
});

describe('overlaps', () => {
  test('are lines that share a day', () => {
    const mine = line('a', '2026-05-01/2026-05-05', '8');
    const others = [mine, line('b', '2026-05-05', '1'), line('c', '2026-05-06', '1')];
    expect(overlaps(mine, others)).toEqual(['b']);
  });

  test('are lines that share time where both know it', () => {
    const at = (id: string, start: string, end: string): HoursLine => ({
      ...line(id, '2026-05-01', '1'),
      startedAt: `2026-05-01T${start}:00Z`,
      endedAt: `2026-05-01T${end}:00Z`,
    });
    const mine = at('a', '09:00', '11:00');
    expect(overlaps(mine, [at('b', '11:00', '12:00'), at('c', '10:59', '12:00')])).toEqual(['c']);
  });
});
