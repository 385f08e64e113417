/** Whether the node is on the machine that it is looked at from: there its disk is one's own. */
export const isLocal = (): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
