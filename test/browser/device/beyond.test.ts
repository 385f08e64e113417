// A node beyond its machine, as a phone of its network meets it: over HTTPS, under its own name.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownCertificate } from '../../../src/http/certificate.ts';
import { serve } from '../../../src/http/serve.ts';
import { openNode } from '../../../src/node.ts';
import { createClient } from '../../../src/sdk/client.ts';
import { faultsOf } from '../looked-at.ts';
import { openBrowser, sizes } from '../stage.ts';

const NAME = 'garden.example';

test('an invitation is a code to read, and whoever joins by it makes a key of their own', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'webizen-beyond-'));
  const clock = (): Date => new Date();
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  const node = await openNode({ dataDir, clock, random, names: { node: 'Garden', owner: 'Ada' } });
  const certificate = await ownCertificate(join(dataDir, 'https'), [NAME], clock());
  const beyond = { host: '127.0.0.1', port: 0, names: [NAME], certificate };
  const serving = await serve(node, { dataDir, port: 0, beyond });
  const browser = await openBrowser([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`]);
  try {
    const client = createClient({ url: serving.url, token: node.token });
    const { id } = await client.works.add({ title: 'Almanac', kind: 'text', currency: 'AUD' });
    const { code } = await node.doorkeeper.makeLink(node.owner);
    const [origin = ''] = serving.beyond;
    const options = { ...sizes.phone, locale: 'en-GB', ignoreHTTPSErrors: true };
    const owner = await (await browser.newContext(options)).newPage();
    // Whoever is at the machine itself invites to where others reach it.
    await owner.goto(`${serving.url}/app/enter#${code}`);
    await owner.waitForURL('**/app/');
    await owner.goto(`${serving.url}/app/works/${id}/invite`);
    await owner.getByRole('button', { name: 'Make the link' }).click();
    await owner.getByRole('img', { name: 'The link as a QR code' }).waitFor();
    const link = (await owner.locator('.invite-link').first().textContent()) ?? '';
    expect(link).toMatch(new RegExp(`^${origin}/app/join#`));

    // The browser there warns: the owner can tell what it must show.
    const fingerprint = owner.getByRole('group', { name: 'Fingerprint of the node’s certificate' });
    expect(await fingerprint.textContent()).toBe(certificate.fingerprint);

    const guest = await (await browser.newContext(options)).newPage();
    // Whoever has no link yet is told how one for this address is come by.
    await guest.goto(`${origin}/app/`);
    await guest.getByText(`bin/webizen session link --at ${origin}`).waitFor();
    expect(await faultsOf(guest)).toEqual([]);
    // At the machine the same door answers by its own name, too.
    await guest.goto(`https://localhost:${new URL(origin).port}/app/`);
    await guest.getByText('open the link that it prints').waitFor();
    await guest.goto(link);
    await guest.getByLabel('Your name').fill('Noor Haddad');
    await guest.getByRole('button', { name: 'Make my key and go on' }).click();
    await guest.waitForURL('**/confirm');
    const { items } = await client.agents.list();
    expect(items.find(({ name }) => name === 'Noor Haddad')?.keptByNode).toBe(false);
  } finally {
    await browser.close();
    await serving.stop();
    await node.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
