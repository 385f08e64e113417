import type { NodeAnswer } from '../../actions/node/answers.ts';
import { document, html } from './html.ts';

/** The page at `/`: what this is, whose it is, and where to go next. Shows nobody's figures. */
export function frontPage(node: Pick<NodeAnswer, 'name' | 'id'>): string {
  return document(
    `${node.name} · Webizen`,
    html`<header>
        <svg class="square" viewBox="0 0 96 96" role="img" aria-label="An empty square">
          <rect class="frame" x="2" y="2" width="92" height="92" />
          <rect class="part" x="10" y="10" width="38" height="76" />
          <rect class="part" x="51" y="10" width="20" height="76" />
          <rect class="part" x="74" y="10" width="12" height="76" />
          <rect class="edge" x="10" y="84" width="76" height="2" />
        </svg>
        <h1><bdi>${node.name}</bdi></h1>
        <p class="lead">
          When money comes at last for what people made unpaid, this node shows who is owed what, by
          numbers that they all signed, and opens the work when it is square.
        </p>
      </header>
      <main id="content">
        <p><a class="go" href="/app/">Come in</a></p>
        <p>
          It is a Webizen node. Its books, its keys and its record are in one folder of the machine
          that it runs on; its owner can stop it, copy it and move it. Who owns it comes in by the
          link that <code>npm start</code> prints.
        </p>
        <h2>What happens here</h2>
        <p>
          People agree on terms and sign them. What each gives, hours, cash, things, is accepted by
          others and valued by tables that anybody can check. A payment pays everyone by the same
          part of what they are owed. When all is paid, the work is open to everyone, for good.
        </p>
        <h2>Where to go next</h2>
        <ul>
          <li>
            On the command line:
            <code>bin/webizen work add --title "Garden Almanac" --currency AUD</code> begins.
            <code>bin/webizen --help</code> shows the rest.
          </li>
          <li>
            <a href="/reference">The reference</a>: every address of this node, with examples.
          </li>
          <li>
            <a href="/reference/refusals">Refusals</a>: everything that is refused, why, and what to
            do.
          </li>
          <li><a href="/openapi.json">OpenAPI 3.1</a>: the same, for programs.</li>
        </ul>
      </main>
      <footer>
        <p>Node <code>${node.id}</code></p>
      </footer>`,
  );
}
