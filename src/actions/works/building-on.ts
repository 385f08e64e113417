import type { Dependency } from '../../domain/works/dependencies.ts';
import { newDependencies, refuseCycle } from '../../domain/works/dependencies.ts';
import type { Tx } from '../../store/engine.ts';
import { dependencies, releaseTitles } from '../../store/releases.ts';
import type { Upstream } from '../../store/releases.ts';

/**
 * What a new release builds on, checked against everything that builds on something. Works may
 * not build on each other in a circle, even through different releases: it could be no one's
 * wish that a share of a payment flows back to where it came from. A work may build on its own
 * earlier releases.
 *
 * @throws Refusal upstream-malformed, upstream-unknown, upstream-itself, upstream-twice,
 *   upstream-too-much, dependency-cycle
 */
export async function checkedUpstreams(
  tx: Tx,
  release: { readonly id: string; readonly work: string; readonly title: string },
  declared: readonly Upstream[],
): Promise<Upstream[]> {
  if (declared.length === 0) return [];
  const titles = new Map((await releaseTitles(tx)).map((one) => [one.id, one]));
  const existing = (await dependencies(tx)).map((edge): Dependency => ({
    from: edge.release,
    to: edge.upstream,
    share: edge.share,
  }));
  const made = newDependencies({
    from: release.id,
    declared,
    existing,
    known: (id) => titles.has(id) || id === release.id,
    nameOf: (id) => titles.get(id)?.title ?? release.title,
  });
  const workOf = (id: string): string => titles.get(id)?.work ?? release.work;
  const names = new Map([...titles.values()].map((one) => [one.work, one.title]));
  const between = existing.map((edge) => ({
    ...edge,
    from: workOf(edge.from),
    to: workOf(edge.to),
  }));
  const targets = made.map(({ to }) => workOf(to)).filter((work) => work !== release.work);
  refuseCycle(release.work, targets, between, (work) => names.get(work) ?? release.title);
  return made.map(({ to, share }) => ({ release: to, share }));
}
