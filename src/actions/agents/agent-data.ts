import { z } from 'zod';
import { consentsOfAgent } from '../../store/doors/consents.ts';
import { actsBy } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { consentAnswer } from '../consents/answers.ts';
import { contributionAnswer } from '../contributions/answers.ts';
import type { ContributionAnswer } from '../contributions/answers.ts';
import { listContributions, showContribution } from '../contributions/show-contribution.ts';
import { statementAnswer } from '../statement/answers.ts';
import { showStatement } from '../statement/show-statement.ts';
import { agentAnswer } from './answers.ts';
import { showAgent } from './show-agent.ts';

/** All that a node has of one agent. */
export const agentData = z.object({
  agent: agentAnswer,
  statement: statementAnswer,
  contributions: z.array(contributionAnswer),
  consents: z.array(consentAnswer),
  /** What they signed, whole, with the salt of each entry: enough to prove it by the record. */
  acts: z.array(
    z.object({
      seq: z.number().int(),
      recordedAt: z.string(),
      act: z.record(z.string(), z.unknown()),
      salt: z.string(),
    }),
  ),
});
export type AgentData = z.infer<typeof agentData>;

const PAGE = 500;

/**
 * All that the node has of one agent, for them to keep: what they signed, gave and are owed, and
 * what they let be shown.
 *
 * @throws Refusal agent-unknown
 */
export async function showAgentData(sight: Sight, id: string): Promise<AgentData> {
  const agent = await showAgent(sight, id);
  const acts = await actsBy(sight.tx, agent.id);
  return {
    agent,
    statement: await showStatement(sight, agent.id),
    contributions: await contributionsOf(sight, agent.id),
    consents: (await consentsOfAgent(sight.tx, agent.id)).map(
      ({ work, shows: show, alias, givenAt }) => ({ work, agent: agent.id, show, alias, givenAt }),
    ),
    acts: acts.map(({ seq, recordedAt, act, salt }) => ({
      seq,
      recordedAt,
      act: JSON.parse(act) as Record<string, unknown>,
      salt: Buffer.from(salt).toString('hex'),
    })),
  };
}

/** The contributions of an agent, each whole. */
export async function contributionsOf(sight: Sight, agent: string): Promise<ContributionAnswer[]> {
  const all: ContributionAnswer[] = [];
  let after: string | undefined;
  do {
    const page = await listContributions(sight, { agent, after, limit: PAGE });
    for (const { id } of page.items) all.push(await showContribution(sight, id));
    after = page.next;
  } while (after !== undefined);
  return all;
}

const COLUMNS = [
  'id',
  'work',
  'release',
  'kind',
  'what',
  'from',
  'to',
  'quantity',
  'unit',
  'status',
  'estimate',
  'cost',
  'owed in all',
  'still owed',
  'currency',
  'evidence',
] as const;

/** Contributions as a spreadsheet takes them (RFC 4180); nothing in it can begin a formula. */
export function contributionsAsCsv(lines: readonly ContributionAnswer[]): string {
  const rows = lines.map((line) => [
    line.id,
    line.work,
    line.release,
    line.kind,
    line.what ?? '',
    line.on.from,
    line.on.to,
    line.quantity,
    line.unit,
    line.status,
    line.estimate ? 'yes' : 'no',
    line.cost?.amount ?? '',
    line.obligation?.amount ?? '',
    line.owed?.amount ?? '',
    (line.obligation ?? line.cost)?.currency ?? '',
    line.evidence.join(' '),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Text that could begin a formula is marked as text, as spreadsheets know it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
