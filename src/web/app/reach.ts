import { useQuery } from '@tanstack/react-query';
import { installationAsked } from './questions.ts';
import { useMember } from './session.ts';

/** Whether the node is on the machine that it is looked at from: there its disk is one's own. */
export const isLocal = (): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** An address in figures, which needs nobody who knows the name of a machine. */
const isInFigures = (url: string): boolean => /^https:\/\/\d+\.\d+\./.test(url);

/**
 * At which addresses other devices reach the node, the best first: none where it answers on its own
 * machine alone, or where only its owner may know. Undefined until that was asked.
 */
export function useOrigins(): readonly string[] | undefined {
  const isHere = isLocal();
  const isOwner = useMember()?.owner === true;
  const { data, isError } = useQuery({ ...installationAsked, enabled: isHere && isOwner });
  if (!isHere) return [location.origin];
  if (!isOwner || isError) return [];
  if (data === undefined) return undefined;
  const { urls = [], own = true } = data.beyond ?? {};
  // A certificate that others vouch for is for a name, which they then resolve as well.
  const figures = own ? urls.filter(isInFigures) : [];
  return [...figures, ...urls.filter((url) => !figures.includes(url))].map(
    (url) => new URL(url).origin,
  );
}
