import { transportTo } from '../../sdk/transport.ts';

/** Requests to the node that this page came from, for what the typed client has no name for. */
export const clientTransport = transportTo({ url: location.origin });
