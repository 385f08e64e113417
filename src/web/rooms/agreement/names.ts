import type { WorkAnswer } from '../../../actions/works/answers.ts';

/** What somebody of a work is called. */
export function nameIn(work: WorkAnswer, agent: string): string {
  const { signed = [], unsigned = [] } = work.agreement ?? {};
  return [...signed, ...unsigned, ...work.people].find((one) => one.agent === agent)?.name ?? agent;
}
