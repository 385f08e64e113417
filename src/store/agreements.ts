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
  /** Version of the words. */
  readonly template: string;
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
  readonly template: string;
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
  template: row.template,
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
       template, template_hash, text_hash, drafted_by, drafted_at, seq)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    agreement.id,
    agreement.work,
    agreement.release,
    BigInt(agreement.version),
    agreement.preset,
    agreement.terms,
    agreement.termsHash,
    agreement.template,
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

/** A version that is in force for a release. */
export interface Adoption {
  readonly release: string;
  readonly agreement: string;
  /** Whether it governs what the release has but once, beside binding those who sign it. */
  readonly governs: boolean;
}

/** Says that a version is in force for a release from now on, or that it governs from now on. */
export async function saveAdoption(
  tx: WriteTx,
  { release, agreement, governs, adoptedAt, seq }: Adoption & { adoptedAt: string; seq: number },
): Promise<void> {
  await tx.run(
    `insert into adoptions (release, agreement, governs, adopted_at, seq) values (?, ?, ?, ?, ?)
       on conflict (release, agreement) do update set governs = excluded.governs`,
    release,
    agreement,
    governs ? 1n : 0n,
    adoptedAt,
    BigInt(seq),
  );
}

/** The versions that are in force for a release. */
export async function adoptionsFor(tx: Tx, release: string): Promise<Adoption[]> {
  const rows = await tx.all<{ release: string; agreement: string; governs: bigint }>(
    'select release, agreement, governs from adoptions where release = ? order by seq',
    release,
  );
  return rows.map((row) => ({ ...row, governs: row.governs === 1n }));
}

const ADOPTED = 'from agreements a join adoptions d on d.agreement = a.id and d.release = ?';

/** A version without its text: a hash stands for one object of terms. */
export type HashedVersion = Pick<StoredAgreement, 'id' | 'termsHash'>;

/** The newest version that governs what a release has but once: which it is. */
export async function governingHash(tx: Tx, release: string): Promise<HashedVersion | undefined> {
  return tx.get<HashedVersion>(
    `select a.id, a.terms_hash as termsHash ${ADOPTED} where d.governs = 1
       order by a.version desc limit 1`,
    release,
  );
}

/** The same version whole. */
export async function governingFor(tx: Tx, release: string): Promise<StoredAgreement | undefined> {
  const found = await governingHash(tx, release);
  return found === undefined ? undefined : findAgreement(tx, found.id);
}

/** The terms of a version, canonical JSON. */
export async function termsText(tx: Tx, agreement: string): Promise<string> {
  const row = await tx.get<{ terms: string }>(
    'select terms from agreements where id = ?',
    agreement,
  );
  if (row === undefined) throw new Error(`There is no version ${agreement}.`);
  return row.terms;
}

/** A version in force for a release that an agent has signed: the newest, or the first. */
export async function signedVersion(
  tx: Tx,
  { release, agent, which }: { release: string; agent: string; which: 'newest' | 'first' },
): Promise<StoredAgreement | undefined> {
  const order = which === 'newest' ? 'a.version desc' : 's.seq, a.version';
  const row = await tx.get<AgreementRow>(
    `select a.* ${ADOPTED} join agreement_signatures s on s.agreement = a.id and s.agent = ?
       order by ${order} limit 1`,
    release,
    agent,
  );
  return row === undefined ? undefined : fromRow(row);
}

/** When an agent first signed any version of a work's agreement: an instant, or undefined. */
export async function firstSigned(
  tx: Tx,
  { work, agent }: { work: string; agent: string },
): Promise<string | undefined> {
  const row = await tx.get<{ at: string | null }>(
    `select min(s.signed_at) as at from agreement_signatures s
       join agreements a on a.id = s.agreement where a.work = ? and s.agent = ?`,
    work,
    agent,
  );
  return row?.at ?? undefined;
}

/** One who has signed, with who answers for them. */
export interface StoredSignatory {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'machine';
  readonly responsible: string | null;
}

/** Who has signed a version in force for a release of a work, in the order of signing. */
export async function signatoriesOf(tx: Tx, work: string): Promise<StoredSignatory[]> {
  const rows = await tx.all<StoredSignatory & { first: bigint }>(
    `select g.id, g.kind, g.responsible, min(s.seq) as first
       from agreement_signatures s join agents g on g.id = s.agent
       where s.agreement in (select d.agreement from adoptions d
         join releases r on r.id = d.release where r.work = ?)
       group by g.id order by first, g.id`,
    work,
  );
  return rows.map(({ id, kind, responsible }) => ({ id, kind, responsible }));
}
