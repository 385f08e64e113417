import type { PublicWork } from '../../actions/consents/answers.ts';
import { badgeWords, paidPercent } from './badge.ts';
import { document, html } from './html.ts';
import type { Html } from './html.ts';

type Money = NonNullable<PublicWork['figures']>['owed'];

const money = ({ amount, currency }: Money): Html => html`<bdi>${amount} ${currency}</bdi>`;

function figuresOf({ figures }: PublicWork): Html {
  if (figures === null) {
    return html`<p>Its figures are those of one person, who has not agreed to show them.</p>`;
  }
  return html`<table class="figures">
    <caption class="quiet">
      Where it stands
    </caption>
    <tbody>
      <tr>
        <th scope="row">Owed to its makers</th>
        <td>${money(figures.owed)}</td>
      </tr>
      <tr>
        <th scope="row">Paid so far</th>
        <td>${money(figures.paid)}</td>
      </tr>
      <tr>
        <th scope="row">In all</th>
        <td>${money(figures.obligation)}</td>
      </tr>
    </tbody>
  </table>`;
}

function standing(work: PublicWork): Html {
  if (work.status === 'open') {
    return html`<p class="lead">
      It is paid, and open to everyone under <code>${work.licence}</code>, for good.
    </p>`;
  }
  const when = work.figures?.opensWhen.text ?? 'Opens when its makers are paid.';
  return html`<p class="lead">${when}</p>`;
}

function peopleOf({ people, others }: PublicWork): Html {
  if (people.length === 0) {
    return html`<p>${others === 1 ? 'One person made it' : `${others} people made it`}.</p>`;
  }
  const rest = others === 0 ? html`` : html`<li>and ${others} more</li>`;
  return html`<ul>
    ${people.map((name) => html`<li><bdi>${name}</bdi></li>`)} ${rest}
  </ul>`;
}

function square(work: PublicWork): Html {
  const filled = work.status === 'open' ? 76 : Math.round(((paidPercent(work) ?? 0) * 76) / 100);
  return html`<svg class="square" viewBox="0 0 96 96" role="img" aria-label="${badgeWords(work)}">
    <rect class="frame" x="2" y="2" width="92" height="92" />
    <rect class="part" x="10" y="10" width="76" height="76" />
    <rect class="paid" x="10" y="${86 - filled}" width="76" height="${filled}" />
    <rect class="edge" x="10" y="${86 - filled}" width="76" height="2" />
  </svg>`;
}

/** The page of a work that needs no sign-in, and how to show its badge elsewhere. */
export function publicPage(work: PublicWork, url: string): string {
  return document(
    work.title,
    html`<header>
        ${square(work)}
        <h1><bdi>${work.title}</bdi></h1>
        ${standing(work)}
      </header>
      <main id="content">
        ${figuresOf(work)}
        <h2>Who made it</h2>
        ${peopleOf(work)}
        <h2>Its badge</h2>
        <p><img src="${url}/badge.svg" alt="${badgeWords(work)}" /></p>
        <pre><code>[![${work.title}](${url}/badge.svg)](${url})</code></pre>
      </main>`,
  );
}
