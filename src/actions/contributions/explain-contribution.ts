import { refuse } from '../../domain/refusals.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { bindingAtDecision } from '../agreements/binding.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { knownWork } from '../works/known-work.ts';
import type { WorkingsAnswer } from './answers.ts';
import { valuationOf } from './handing-in.ts';
import { knownLine } from './known-line.ts';
import type { Line, Valued } from './said.ts';
import { contributionLineOf } from './show-contribution.ts';

/**
 * How the value of a contribution was computed: every factor with its source, and each rounding.
 * Of a draft that has no value yet: what it would come to.
 *
 * @throws Refusal contribution-unknown, agreement-missing, and those of the valuation
 */
export async function explainContribution(sight: Sight, id: string): Promise<WorkingsAnswer> {
  const line = await knownLine(sight.tx, id);
  const author = await knownAgent(sight.tx, line.agent);
  const { cost, obligation, workings } = line.valuation ?? (await prospective(sight, line));
  const { version, currency, scale, steps, inputs, notes } = workings;
  return {
    id,
    contribution: contributionLineOf(line, author.name),
    cost,
    obligation,
    workings: { version, currency, scale, steps, inputs, notes },
  };
}

async function prospective(sight: Sight, line: Line): Promise<Valued> {
  const { tx } = sight;
  const author = await knownAgent(tx, line.agent);
  const work = await knownWork(tx, line.work);
  const kind = await knownKind(tx, line.kind);
  const asked = { work: work.id, release: line.release, author };
  const binding = await bindingAtDecision(tx, asked, line.agreement);
  const value = await valuationOf(sight, { line, author, kind, work }, binding);
  return value ?? refuse('agreement-missing', { work: work.title });
}
