import { createClient } from '../../../sdk/client.ts';

/**
 * A client that asks the node itself: whoever checks does not take what the browser kept of an
 * earlier answer.
 */
export const witness = createClient({
  url: location.origin,
  fetch: (input, init) => fetch(input, { ...init, cache: 'no-store' }),
});
