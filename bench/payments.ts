import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signAct } from '../src/domain/record/act.ts';
import type { SigningKey } from '../src/domain/record/signature.ts';
import { DATA_FILES } from '../src/node.ts';
import type { WebizenNode } from '../src/node.ts';
import type { BenchResult } from './result.ts';
import { foundWork, openBenchNode, setting } from './setting/node-with-work.ts';
import { BarePayments } from './setting/bare-payments.ts';

/** How much is measured: by default what the figures in the docs are of. */
export interface PaymentsSize {
  readonly payments: number;
  readonly inFlight: number;
  readonly rounds: number;
}

const usual: PaymentsSize = { payments: 4000, inFlight: 256, rounds: 5 };

/**
 * Measures accepted payments a second, each signed, submitted, checked, settled, booked, entered in
 * the record, committed in a group with a synced disk, and answered. The peer writes exactly the
 * same rows, in the same batches, straight into a database of the same schema, with one Ed25519
 * signature and one check each (aim: at least half as many).
 */
export async function benchPayments(size: PaymentsSize = usual): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-payments-'));
  try {
    const { ours, peer } = await measured(folder, size);
    return [
      {
        name: `accepted payments, ${size.inFlight} in flight`,
        ours,
        peer,
        ratio: ours / peer,
        aim: { least: 0.5 },
        unit: '1/s',
        note:
          'against bare node:sqlite writing the same rows in the same batches, with one Ed25519 ' +
          'signature and one check each; the best round of each',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rounds in turn, so that a change of the machine's mood meets both; the best of each counts. */
async function measured(
  folder: string,
  size: PaymentsSize,
): Promise<{ ours: number; peer: number }> {
  const dataDir = join(folder, 'node');
  const founding = await openBenchNode(dataDir);
  await foundWork(founding);
  await founding.close();
  const file = join(dataDir, DATA_FILES.database);
  const bareFile = join(folder, 'bare.sqlite');
  copyFileSync(file, bareFile);
  const bare = new BarePayments(bareFile);
  const node = await openBenchNode(dataDir);
  const signing = signer();
  let [ours, peer] = [0, 0];
  try {
    const key = await node.keyring.signingKey(setting.steward);
    for (let round = 0; round < size.rounds; round += 1) {
      const before = bare.size;
      ours = Math.max(ours, await perSecond(size.payments, () => load(node, key, { round, size })));
      const rows = bare.read(file, before);
      const seconds = () => Promise.resolve(bare.write(rows, signing));
      peer = Math.max(peer, await perSecond(size.payments, seconds));
    }
    bare.assertSame(file);
  } finally {
    await node.close();
    bare.close();
  }
  return { ours, peer };
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (count * 1000) / (performance.now() - begun);
}

/** So many clients, each of which signs and submits its next payment when the last is answered. */
async function load(
  node: WebizenNode,
  key: SigningKey,
  { round, size }: { round: number; size: PaymentsSize },
): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < size.payments) {
      next += 1;
      const signed = signAct(payment(node.id, `pay_${round}.${next}`), key);
      await node.submit(signed);
    }
  };
  await Promise.all(Array.from({ length: size.inFlight }, client));
}

const payment = (node: string, id: string) => ({
  type: 'payment.received',
  id,
  by: setting.steward,
  node,
  composedAt: new Date().toISOString(),
  body: {
    work: setting.work,
    amount: { amount: '11.00', currency: 'AUD' },
    from: setting.payer,
    taxRate: '0.1',
  },
});

/** One signature and one check, as bare as node:crypto has them. */
function signer(): (message: Uint8Array) => void {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return (message) => signAndCheck(message, { publicKey, privateKey });
}

function signAndCheck(
  message: Uint8Array,
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
): void {
  const signature = sign(null, message, privateKey);
  if (!verify(null, message, publicKey, signature)) throw new Error('A signature did not hold.');
}
