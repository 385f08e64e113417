import type { Tx, WriteTx } from './engine.ts';
import { pageOf } from './page.ts';
import type { Page, Paged } from './page.ts';

/** One version of a work's agreement as the books have it. */
export interface StoredAgreement {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly version: number;
  readonly preset: string;
  /** The whole terms, canonical JSON. */
  readonly terms: string;
  readonly termsHash: string;
  readonly templateHash: string;
  readonly textHash: string;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly seq: number;
}

/** One agent's signature of one version. */
export interface StoredSignature {
  readonly id: string;
  readonly agreement: string;
  readonly agent: string;
  readonly signedAt: string;
  readonly seq: number;
}

interface AgreementRow {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly version: bigint;
  readonly preset: string;
  readonly terms: string;
  readonly terms_hash: string;
  readonly template_hash: string;
  readonly text_hash: string;
  readonly drafted_by: string;
  readonly drafted_at: string;
  readonly seq: bigint;
}

interface SignatureRow {
  readonly id: string;
  readonly agreement: string;
  readonly agent: string;
  readonly signed_at: string;
  readonly seq: bigint;
}

const fromRow = (row: AgreementRow): StoredAgreement => ({
  id: row.id,
  work: row.work,
  release: row.release,
  version: Number(row.version),
  preset: row.preset,
  terms: row.terms,
  termsHash: row.terms_hash,
  templateHash: row.template_hash,
  textHash: row.text_hash,
  draftedBy: row.drafted_by,
  draftedAt: row.drafted_at,
  seq: Number(row.seq),
});

const signatureFromRow = (row: SignatureRow): StoredSignature => ({
  id: row.id,
  agreement: row.agreement,
  agent: row.agent,
  signedAt: row.signed_at,
  seq: Number(row.seq),
});

/** Writes a new version. */
export async function insertAgreement(tx: WriteTx, agreement: StoredAgreement): Promise<void> {
  await tx.run(
    `insert into agreements (id, work, release, version, preset, terms, terms_hash,
       template_hash, text_hash, drafted_by, drafted_at, seq)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    agreement.id,
    agreement.work,
    agreement.release,
    BigInt(agreement.version),
    agreement.preset,
    agreement.terms,
    agreement.termsHash,
    agreement.templateHash,
    agreement.textHash,
    agreement.draftedBy,
    agreement.draftedAt,
    BigInt(agreement.seq),
  );
}

/** The version of that id, or undefined. */
export async function findAgreement(tx: Tx, id: string): Promise<StoredAgreement | undefined> {
  const row = await tx.get<AgreementRow>('select * from agreements where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

/** All versions of a work's agreement, oldest first. */
export async function versionsOf(tx: Tx, work: string): Promise<StoredAgreement[]> {
  const rows = await tx.all<AgreementRow>(
    'select * from agreements where work = ? order by version',
    work,
  );
  return rows.map(fromRow);
}

/** Versions in the order in which they were drafted, those that fit the filter. */
export async function listAgreements(
  tx: Tx,
  filter: {
    work?: string | undefined;
    release?: string | undefined;
    /** Who signed it. */
    agent?: string | undefined;
  },
  page: Page = {},
): Promise<Paged<StoredAgreement>> {
  const found = await pageOf<AgreementRow>(tx, {
    table: 'agreements',
    where: [
      ['work = ?', filter.work],
      ['release = ?', filter.release],
      ['id in (select agreement from agreement_signatures where agent = ?)', filter.agent],
    ],
    page,
  });
  return { ...found, items: found.items.map(fromRow) };
}

/** Writes a signature. */
export async function insertSignature(tx: WriteTx, signature: StoredSignature): Promise<void> {
  await tx.run(
    `insert into agreement_signatures (id, agreement, agent, signed_at, seq)
       values (?, ?, ?, ?, ?)`,
    signature.id,
    signature.agreement,
    signature.agent,
    signature.signedAt,
    BigInt(signature.seq),
  );
}

/** The signature of that id, or undefined. */
export async function findSignature(tx: Tx, id: string): Promise<StoredSignature | undefined> {
  const row = await tx.get<SignatureRow>('select * from agreement_signatures where id = ?', id);
  return row === undefined ? undefined : signatureFromRow(row);
}

/** All signatures under any version of a work's agreement, in the order of signing. */
export async function signaturesOf(tx: Tx, work: string): Promise<StoredSignature[]> {
  const rows = await tx.all<SignatureRow>(
    `select s.* from agreement_signatures s join agreements a on a.id = s.agreement
       where a.work = ? order by s.seq, a.version`,
    work,
  );
  return rows.map(signatureFromRow);
}
