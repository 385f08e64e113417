import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.ts';
import type { LicenceShown } from '../../../src/http/pages/licence.ts';
import { cash, newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

let world: World;
afterEach(() => world.end());

async function licence(): Promise<LicenceShown> {
  const response = await createApp(world.node).request(
    'http://localhost/releases/rel_seeds/licence',
    { headers: { authorization: `Bearer ${world.node.token}` } },
  );
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as LicenceShown;
}

test('the text of the licence changes with the payment that opens the release', async () => {
  world = await newWorld({ seed: 'licences', on: '2026-04-01' });
  await world.person('agent_ada', 'Ada Brunner');
  const classes = [{ id: 'firms', name: 'Firms', price: { amount: '90', currency: 'AUD' } }];
  const terms = { 'open.licence': 'MIT', classes };
  await world.begin({ work: 'seeds', signers: ['agent_ada'], terms });
  await world.give(cash('agent_ada', 'con_ada', { work: 'seeds', amount: '100' }));

  const before = await licence();
  expect(before).toMatchObject({
    release: 'rel_seeds',
    status: 'owing',
    licence: 'LicenseRef-PaidUntilOpen-1.0',
    header: [
      'SPDX-FileCopyrightText: 2026 Contributors to The seeds, see AUTHORS',
      'SPDX-License-Identifier: LicenseRef-PaidUntilOpen-1.0',
      'MIT when paid, at latest 2036-04-01.',
    ],
  });
  for (const said of [
    'This is not an open-source licence.',
    'Opening: Opens when 150.00 AUD more is paid, as MIT, to everyone.',
    '  Firms: 90.00 AUD, once',
    'Latest date of opening: 2036-04-01',
  ]) {
    expect(before.text).toContain(said);
  }
  expect(Object.keys(before.files)).toEqual([
    'LICENSE',
    'LICENSES/LicenseRef-PaidUntilOpen-1.0.txt',
  ]);

  await world.pay('pay_all', '150.00', { work: 'seeds' });
  const after = await licence();
  expect(after).toMatchObject({ status: 'open', licence: 'MIT' });
  expect(after.text).toContain('Copyright (c) 2026 Contributors to The seeds');
  expect(after.header[1]).toBe('SPDX-License-Identifier: MIT');
  expect(Object.keys(after.files)).toEqual(['LICENSE', 'LICENSES/MIT.txt', 'OPENED.json']);
  const opened = JSON.parse(after.files['OPENED.json'] ?? '') as unknown;
  expect(opened).toMatchObject({ act: { type: 'release.opened', id: 'rel_seeds' } });
});
