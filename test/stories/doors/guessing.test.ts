import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveScratch } from '../../served.ts';
import type { Served } from '../../served.ts';

// Doors at which nobody needs to be known: whoever tries ids there is slowed down.

let served: Served;
beforeAll(async () => {
  served = await serveScratch();
});
afterAll(() => served.end());

const body = { title: 'Tide tables', kind: 'text', currency: 'AUD' };

const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: unknown }).code;

describe('what is asked without a name', () => {
  const tried = async (path: string, times: number) => {
    for (let time = 1; time < times; time++) await served.app.request(`http://localhost${path}`);
    return served.app.request(`http://localhost${path}`);
  };

  test('cannot be guessed at for ever: keys, three hundred times in five minutes', async () => {
    expect((await tried('/keys/z6MkGuess', 300)).status).toBe(200);
    const refused = await served.app.request('http://localhost/keys/z6MkAnother');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('300');
    expect(await refused.json()).toMatchObject({
      code: 'too-many-attempts',
      detail: 'There were too many attempts; the next is possible in 300 seconds.',
      remedy: 'Wait that long, then try once more.',
    });
  });

  test('public pages neither, while those that are there are shown as often as asked', async () => {
    expect(await codeOf(await tried('/public/works/work_guess', 300))).toBe('work-unknown');
    for (const path of ['', '/data', '/badge.svg', '/card.png']) {
      const refused = await served.app.request(`http://localhost/public/works/work_other${path}`);
      expect([path, refused.status]).toEqual([path, 429]);
      expect(refused.headers.get('retry-after')).toBe('300');
    }
    await served.client.works.add(body, { id: 'work_tide' });
    const known = '/public/works/work_tide/badge.svg';
    expect((await tried(known, 301)).status).toBe(200);
  });
});
