// The people, works and currencies that recur in the tests. All are invented.

import type { AgreementAnswer } from '../src/actions/agreements/answers.ts';
import type { ContributionAnswer } from '../src/actions/contributions/answers.ts';
import type { WorkAnswer } from '../src/actions/works/answers.ts';
import { publicKeyOf, Stage } from './stage.ts';
import type { Said } from './stage.ts';

/** Who recurs. The owner of the node is the steward of its works. */
export const cast = {
  owner: { id: 'agent_owner', name: 'Tamsin Reed' },
  machine: { id: 'agent_machine', name: 'The node on the shelf' },
  programmer: { id: 'agent_programmer', name: 'Mira Okafor' },
  designer: { id: 'agent_designer', name: 'Jun Saelim' },
  moderator: { id: 'agent_moderator', name: 'Noor Haddad' },
  giver: { id: 'agent_giver', name: 'Pia Lindqvist' },
} as const;

/** One member of the cast. */
export type Member = (typeof cast)[keyof typeof cast];

/** A founded node on which the whole cast has keys. */
export async function stageWithCast(): Promise<Stage> {
  const stage = new Stage();
  const { owner, machine, ...others } = cast;
  await stage.act({
    by: owner.id,
    type: 'node.founded',
    id: 'node_story',
    body: {
      name: 'The shelf',
      agent: { ...machine, publicKey: publicKeyOf(machine.id) },
      owner: { ...owner, kind: 'person', publicKey: publicKeyOf(owner.id) },
    },
  });
  for (const member of Object.values(others)) await stage.act(addingOf(member));
  return stage;
}

/** The act that adds a person with a key that the node keeps. */
export const addingOf = (
  { id, name }: { readonly id: string; readonly name: string },
  more: object = {},
): Said => ({
  by: cast.owner.id,
  type: 'agent.added',
  id,
  body: { name, kind: 'person', publicKey: publicKeyOf(id), keptByNode: true, ...more },
});

/** The act that adds the work "Tide tables", whose release 1 is `rel_tide`. */
export const tideTables: Said = {
  by: cast.owner.id,
  type: 'work.added',
  id: 'work_tide',
  body: { title: 'Tide tables', kind: 'software', currency: 'AUD', release: 'rel_tide' },
};

/** The work "Tide tables" with an agreement of a preset, signed by these. */
export async function agreedWork(
  stage: Stage,
  {
    preset = 'award',
    terms = {},
    signedBy = Object.values(cast).filter(({ id }) => id !== cast.machine.id),
  }: {
    readonly preset?: string;
    readonly terms?: object;
    readonly signedBy?: readonly Member[];
  } = {},
): Promise<AgreementAnswer> {
  await stage.act<WorkAnswer>(tideTables);
  const drafted = await stage.act<AgreementAnswer>({
    by: cast.owner.id,
    type: 'agreement.drafted',
    id: 'agr_tide',
    body: { work: 'work_tide', release: 'rel_tide', preset, terms },
  });
  for (const { id } of signedBy) await stage.act(signingOf(drafted, id));
  return drafted;
}

/** The act by which somebody signs a version, having read it. */
export const signingOf = (
  { id: agreement, termsHash, textHash }: AgreementAnswer,
  by: string,
): Said => ({
  by,
  type: 'agreement.signed',
  id: `sig_${agreement}_${by}`,
  body: { agreement, termsHash, textHash },
});

/**
 * The act by which somebody hands in hours of knowledge work, on the second of May 2026. What
 * `more` has as undefined is left out.
 */
export const handingIn = (by: string, id: string, more: object = {}): Said => ({
  by,
  type: 'contribution.added',
  id,
  body: present({
    work: 'work_tide',
    release: 'rel_tide',
    kind: 'knowledge-work',
    quantity: '8',
    unit: 'h',
    from: '2026-05-02',
    to: '2026-05-02',
    classification: 'MA000065/6',
    evidence: [],
    ...more,
  }),
});

const present = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** Says something about a contribution: confirms, accepts, rejects, withdraws, cancels it. */
export const saying = (
  by: string,
  verb: 'confirmed' | 'accepted' | 'rejected' | 'withdrawn' | 'cancelled',
  contribution: string,
  more: object = {},
): Said => ({
  by,
  type: `contribution.${verb}`,
  id: `${verb}_${contribution}_${by}`,
  body: { contribution, ...more },
});

/** Hands in and has it accepted by the owner. */
export async function accepted(
  stage: Stage,
  said: Said,
  reviewer: string = cast.owner.id,
): Promise<ContributionAnswer> {
  await stage.act(said);
  return stage.act<ContributionAnswer>(saying(reviewer, 'accepted', said.id));
}
