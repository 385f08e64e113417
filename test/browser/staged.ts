import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './stage.ts';

/** What the tests of a file share, once they have begun. */
export interface Staged<Node> {
  readonly node: Node;
  readonly browser: Browser;
}

interface Stoppable {
  readonly stop: () => Promise<unknown>;
}

/** Starts a node and a browser before the tests of a file, and ends both after the last one. */
export function staged<Node extends Stoppable>(start: () => Promise<Node>): Staged<Node> {
  let here: Staged<Node> | undefined;
  const there = (): Staged<Node> => {
    if (here === undefined) throw new Error('The tests have not begun.');
    return here;
  };
  beforeAll(async () => {
    const [node, browser] = await Promise.all([start(), openBrowser()]);
    here = { node, browser };
  });
  afterAll(async () => {
    await here?.browser.close();
    await here?.node.stop();
  });
  return {
    get node() {
      return there().node;
    },
    get browser() {
      return there().browser;
    },
  };
}
