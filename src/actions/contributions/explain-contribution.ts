import type { Money } from '../../domain/money/amount.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { Refusal, refuse } from '../../domain/refusals.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { bindingAtDecision } from '../agreements/binding.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { knownWork } from '../works/known-work.ts';
import type { WorkingsAnswer } from './answers.ts';
import { checkedLine } from './entering.ts';
import { valuationOf } from './handing-in.ts';
import { knownLine } from './known-line.ts';
import type { Line, Said, Valued } from './said.ts';
import { contributionLineOf } from './show-contribution.ts';
import { valuedAndTold } from './valuing.ts';

/** What its author might still say of a draft: what it would come to then is worked out. */
export interface Corrections {
  readonly quantity?: string | undefined;
  readonly classification?: string | undefined;
  readonly rate?: Money | undefined;
  readonly exchange?: Said['exchange'];
}

/**
 * How the value of a contribution was computed: every factor with its source, and each rounding.
 * Of a draft that has no value yet, or with corrections: what it would come to.
 *
 * @throws Refusal contribution-unknown, wrong-status for corrections of what is no draft,
 *   agreement-missing, and those of `checkedLine` and of the valuation
 */
export async function explainContribution(
  sight: Sight,
  id: string,
  corrections: Corrections = {},
): Promise<WorkingsAnswer> {
  const line = await corrected(sight, await knownLine(sight.tx, id), corrections);
  const author = await knownAgent(sight.tx, line.agent);
  const { cost, obligation, workings } =
    line.valuation === null
      ? await prospective(sight, line)
      : await toldAgain(sight, line, line.valuation);
  const { version, currency, scale, steps, inputs, notes } = workings;
  return {
    id,
    contribution: contributionLineOf(line, author.name),
    cost,
    obligation,
    workings: { version, currency, scale, steps, inputs, notes },
  };
}

/** The line as it would be with corrections, without a value; without them, as it is. */
async function corrected(sight: Sight, line: Line, corrections: Corrections): Promise<Line> {
  const { said, status } = line;
  const given = Object.entries(corrections).filter(([, value]) => value !== undefined);
  const now: Said = { ...said, ...Object.fromEntries(given) };
  if (canonicalJson(now) === canonicalJson(said)) return line;
  if (status !== 'draft') refuse('wrong-status', { status, verb: 'corrected' });
  const kind = await knownKind(sight.tx, line.kind);
  const changed = { ...line, valuation: null, said: now };
  return checkedLine(sight, kind, changed);
}

/**
 * Kept workings with the codes of their notes, which valuing the line again brings to light. Where
 * that comes to anything else, or is refused by now, they are shown as they were kept.
 */
async function toldAgain(sight: Sight, line: Line, kept: Valued): Promise<Valued> {
  const { steps, notes } = kept.workings;
  const again = await prospective(sight, line).catch((error: unknown) => {
    if (error instanceof Refusal) return kept;
    throw error;
  });
  const isSame =
    again.workings.steps.length === steps.length &&
    steps.every(({ op, value, note }, index) => {
      const other = again.workings.steps[index];
      return other?.op === op && other.value === value && other.note === note;
    });
  if (!isSame) return kept;
  const inOrder = notes.map((note) => again.workings.notes.find(isLike(note)) ?? note);
  const toldSteps = steps.map((step, index) => ({ ...step, ...again.workings.steps[index] }));
  return { ...kept, workings: { ...kept.workings, steps: toldSteps, notes: inOrder } };
}

const isLike =
  (note: { readonly code: string; readonly text: string }) =>
  (other: { readonly code: string; readonly text: string }): boolean =>
    other.code === note.code && other.text === note.text;

async function prospective(sight: Sight, line: Line): Promise<Valued> {
  const { tx } = sight;
  const author = await knownAgent(tx, line.agent);
  const work = await knownWork(tx, line.work);
  const kind = await knownKind(tx, line.kind);
  const asked = { work: work.id, release: line.release, author };
  const binding = await bindingAtDecision(tx, asked, line.agreement);
  const value = await valuationOf(sight, { line, author, kind, work }, binding, valuedAndTold);
  return value ?? refuse('agreement-missing', { work: work.title });
}
