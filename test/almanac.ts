// The work whose money is told in exact numbers: four people, 9,240.81 AUD owed in all.

import type { Said } from './stage.ts';
import { accepting } from './world.ts';
import type { World } from './world.ts';

export const people = {
  programmer: { id: 'agent_programmer', name: 'Mira Okafor' },
  designer: { id: 'agent_designer', name: 'Jun Saelim' },
  moderator: { id: 'agent_moderator', name: 'Noor Haddad' },
  giver: { id: 'agent_giver', name: 'Pia Lindqvist' },
} as const;

export const WORK = 'work_almanac';
export const RELEASE = 'rel_almanac';

/** Everybody who gives something to the almanac. */
export const givers: readonly string[] = Object.values(people).map(({ id }) => id);

const LINES = [
  {
    by: people.programmer.id,
    id: 'con_programmer',
    more: { quantity: '120', classification: 'MA000065/6' },
  },
  {
    by: people.designer.id,
    id: 'con_designer',
    more: { quantity: '12', classification: 'MA000065/6' },
  },
  {
    by: people.moderator.id,
    id: 'con_moderator',
    more: { kind: 'labour', quantity: '30', classification: 'MA000010/C13' },
  },
  {
    by: people.giver.id,
    id: 'con_giver',
    more: { kind: 'cash', quantity: '400', unit: 'AUD', from: '2026-05-02', to: '2026-05-02' },
  },
] as const;

/** Something given to the almanac in May 2026. */
export const giving = (by: string, id: string, more: object = {}): Said => ({
  by,
  type: 'contribution.added',
  id,
  body: {
    work: WORK,
    release: RELEASE,
    kind: 'knowledge-work',
    unit: 'h',
    from: '2026-05-01',
    to: '2026-05-29',
    evidence: [],
    ...more,
  },
});

/** All acts of the almanac up to the first payment, but for the signing of its agreement. */
export const almanacWork = (steward: string, more: object = {}): Said => ({
  by: steward,
  type: 'work.added',
  id: WORK,
  body: { title: 'Garden almanac', kind: 'software', currency: 'AUD', release: RELEASE, ...more },
});

/** The lines of the four, in order. */
export const almanacLines = (): Said[] => LINES.map(({ by, id, more }) => giving(by, id, more));

/** Four people give, and the owner of the node accepts; nobody has paid yet. */
export async function almanac(
  world: World,
  { terms = {}, work = {}, preset = 'award' }: AlmanacParts = {},
): Promise<void> {
  for (const { id, name } of Object.values(people)) {
    await world.person(id, name, { jurisdiction: 'AU' });
  }
  await world.act(almanacWork(world.owner, work));
  await world.agree({
    id: 'agr_almanac',
    work: WORK,
    release: RELEASE,
    preset,
    terms,
    signers: [world.owner, ...givers],
  });
  for (const said of almanacLines()) {
    await world.act(said);
    await world.act(accepting(said.id, world.owner));
  }
}

/** What a telling changes. */
export interface AlmanacParts {
  readonly terms?: object;
  readonly work?: object;
  readonly preset?: string;
}
