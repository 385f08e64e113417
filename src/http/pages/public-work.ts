// The page of a work that needs no sign-in and no script. It is given what everybody may see, and
// nothing else.

import type { PublicWork } from '../../actions/consents/answers.ts';
import type { Money } from '../../domain/money/amount.ts';
import { amountText, countText, dayText, partText } from './amounts.ts';
import { badgeText, paidPart } from './badge.ts';
import { fontRules } from './fonts.ts';
import { document, html } from './html.ts';
import type { Html } from './html.ts';
import { publicStyle } from './public-style.ts';
import { publicWords } from './words/words.ts';
import type { PublicLanguage } from './words/words.ts';
import type { PublicWords } from './words/said.ts';

interface Shown {
  readonly work: PublicWork;
  readonly say: PublicWords;
  readonly language: PublicLanguage;
  /** Where this page is, without its query. */
  readonly url: string;
}

/** The page of a work that everybody can see, in a language. */
export function publicPage(work: PublicWork, url: string, language: PublicLanguage): string {
  const shown = { work, url, language, say: publicWords[language] };
  const { say } = shown;
  const isOpen = work.status === 'open';
  const top = isOpen ? opened(shown) : owing(shown);
  const body = html`<header>${home(shown)} ${checkLink(shown)}</header>
    <main id="content">
      ${top}
      <div class="more">
        <div>
          ${isOpen ? html`<section>${whoMadeIt(shown)}</section>` : html``} ${agreement(shown)}
        </div>
        <div>${checking(shown)} ${showing(shown)}</div>
      </div>
    </main>
    <footer>${foot(shown)}</footer>`;
  return document(work.title, body, {
    language,
    direction: say.direction,
    skip: say.skip,
    head: head(shown),
    style: fontRules() + publicStyle,
  });
}

const inLanguage = (url: string, language: PublicLanguage): string => `${url}?lang=${language}`;

/** What programs that show links read, and where the same is in other languages. */
function head({ work, say, url, language }: Shown): Html {
  const { opensWhen } = work.figures ?? {};
  const text =
    work.status === 'open'
      ? say.description.open
      : opensWhen === undefined
        ? say.badge.closed
        : say.description.owing(amountText(opensWhen.remaining, say));
  const alternates = Object.keys(publicWords).map(
    (code) => html`<link rel="alternate" hreflang="${code}" href="${url}?lang=${code}" /> `,
  );
  return html`<meta name="description" content="${text}" />
    <link rel="canonical" href="${url}" />
    ${alternates}
    <link rel="alternate" hreflang="x-default" href="${url}" />
    <link rel="alternate" type="application/json" href="${url}/data" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${work.title}" />
    <meta property="og:description" content="${text}" />
    <meta property="og:url" content="${inLanguage(url, language)}" />
    <meta property="og:site_name" content="${work.node.name}" />
    <meta property="og:locale" content="${say.locale.slice(0, 5).replace('-', '_')}" />
    <meta property="og:image" content="${url}/card.png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${badgeText(work, language)}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:title" content="${work.title}" />
    <meta name="twitter:description" content="${text}" />
    <meta name="twitter:image" content="${url}/card.png" />`;
}

function home({ work }: Shown): Html {
  const height = work.status === 'open' ? 13 : 4.5;
  return html`<span class="home">
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect class="mark" x="2.25" y="2.25" width="19.5" height="19.5" rx="2.5" />
      <rect class="filled" x="5.5" y="${18.5 - height}" width="13" height="${height}" />
    </svg>
    <bdi>${work.node.name}</bdi>
  </span>`;
}

const SHIELD = 'M10 2.5l6 2.2v4.8c0 3.8-2.5 6.5-6 8-3.5-1.5-6-4.2-6-8V4.7zM7.3 9.8l2 2 3.6-3.8';

function checkLink({ say, work }: Shown): Html {
  if (work.checkpoint === null) return html``;
  return html`<a class="check-link" href="#check">
    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="${SHIELD}" /></svg>
    ${say.checkLink}
  </a>`;
}

const sum = (value: Money, say: PublicWords): Html => html`<bdi>${amountText(value, say)}</bdi>`;
/** A licence is kept on one line where it is short, as a hyphen in it is no place to part it. */
const licenceOf = ({ licence }: Pick<PublicWork, 'licence'>): Html =>
  licence.length > 24 ? html`<bdi>${licence}</bdi>` : html`<bdi class="nowrap">${licence}</bdi>`;

function owing(shown: Shown): Html {
  const { work, say } = shown;
  const { makers, figures } = work;
  const isEmpty = figures !== null && !/[1-9]/.test(figures.obligation.amount);
  return html`<div class="head">
      <h1><bdi>${work.title}</bdi></h1>
      <p class="lead">${makers === 0 ? say.lead.empty : say.lead.owing(makers)}</p>
    </div>
    <div class="two">
      <div>
        ${
          figures === null
            ? html`<p class="lead">${say.hidden}</p>`
            : html`<p class="figure">
                  ${isEmpty ? say.badge.closed : say.until(sum(figures.opensWhen.remaining, say))}
                </p>
                <div class="stand">
                  ${gauge(shown, figures)}
                  <div>${owingSums(say, figures)} ${restsOn(shown)} ${whoMadeIt(shown)}</div>
                </div>`
        }
        ${figures === null ? whoMadeIt(shown) : html``}
      </div>
      ${use(shown)}
    </div>`;
}

type Figures = NonNullable<PublicWork['figures']>;

const SIDE = 280;
const GAP = 8;
const INSIDE = SIDE - 2 * GAP;

/** The Square: one level across all, as a payment pays everybody by the same part. */
function gauge({ work, say }: Shown, { obligation, paid }: Figures): Html {
  const part = paidPart(work);
  // Nobody has put in anything yet: there is nothing in it, as in the app.
  const isEmpty = !/[1-9]/.test(obligation.amount);
  const level = part > 0 ? Math.max(2, part * INSIDE) : 0;
  const top = SIDE - GAP - level;
  const rules = Array.from({ length: 19 }, (_, line) => {
    const y = (GAP + ((line + 1) * INSIDE) / 20).toFixed(1);
    return `M${GAP} ${y}h${INSIDE}`;
  }).join('');
  const said = say.gauge(amountText(paid, say), amountText(obligation, say));
  // As high as the edge of what is paid, but never over the label above it.
  const height = Math.min(74, Math.max(0, (level / SIDE) * 100)).toFixed(1);
  return html`<figure class="gauge">
    <figcaption class="labels" aria-hidden="true">
      <p class="whole"><b>${sum(obligation, say)}</b><span>${say.opens}</span></p>
      <p class="so-far" style="bottom: ${height}%">
        <b>${sum(paid, say)}</b><span>${say.paid}</span>
      </p>
    </figcaption>
    <svg viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label="${said}">
      <rect class="frame" x="1.5" y="1.5" width="${SIDE - 3}" height="${SIDE - 3}" rx="2" />
      ${
        isEmpty
          ? html``
          : html`<rect class="part" x="${GAP}" y="${GAP}" width="${INSIDE}" height="${INSIDE}" />`
      }
      <rect class="paid" x="${GAP}" y="${top}" width="${INSIDE}" height="${level}" />
      <path class="rules" d="${rules}" />
      ${
        level > 0
          ? html`<path class="level" d="M-6 ${top}h12" />
              <rect class="edge" x="${GAP}" y="${top - 1}" width="${INSIDE}" height="2" />`
          : html`<path class="level" d="M-6 ${top}h${SIDE - GAP + 6}" />`
      }
    </svg>
  </figure>`;
}

/** The three sums of a work, the last under a rule of ink. */
const sums = (lines: readonly (readonly [string, Html])[]): Html =>
  html`<dl class="sums">
    ${lines.map(
      ([name, value], at) =>
        html`<div class="${at === 1 ? 'so-far' : ''}">
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** What the sums rest on, as far as that is for everybody: where it is said on this page. */
const restsOn = ({ work, say }: Shown): Html => {
  const { agreed, record } = say.restsOn;
  const toRecord =
    work.checkpoint === null ? html`${record}` : html`<a href="#check">${record}</a>`;
  return html`<p class="quiet">${say.rests(html`<a href="#agreed">${agreed}</a>`, toRecord)}</p>`;
};

const owingSums = (say: PublicWords, { obligation, paid, owed }: Figures): Html =>
  sums([
    [say.owed, sum(owed, say)],
    [say.paidSoFar, sum(paid, say)],
    [say.inAll, sum(obligation, say)],
  ]);

const openSums = (say: PublicWords, { obligation, paid, owed }: Figures): Html =>
  sums([
    [say.inAll, sum(obligation, say)],
    [say.paidSoFar, sum(paid, say)],
    [say.open.left, sum(owed, say)],
  ]);

function whoMadeIt({ work, say }: Shown): Html {
  const { people, others, makers } = work;
  if (makers === 0) return html``;
  const rest = others === 0 ? html`` : html`<li class="rest">${say.more(others)}</li>`;
  const names = html`<ul class="people">
    ${people.map((name) => html`<li><bdi>${name}</bdi></li>`)} ${rest}
  </ul>`;
  return html`<h2>${say.who}</h2>
    ${people.length === 0 ? html`<p>${say.makers(makers)}</p>` : names}
    <p class="quiet">${say.discreet}</p>`;
}

/** Who pays what until it opens. */
function use({ work, say }: Shown): Html {
  const { agreed } = work;
  if (agreed === null) return html``;
  const offers = agreed.offers.map(
    ({ id, name, price, per }) =>
      html`<div>
        <dt><bdi>${say.use.classes[id] ?? name}</bdi></dt>
        <dd>
          ${
            price === null
              ? say.use.free
              : html`${sum(price, say)} <small>${say.use.per[per]}</small>`
          }
        </dd>
      </div>`,
  );
  const before = work.openBefore.map(({ number, licence }) => {
    const count = countText(number, say.locale);
    return html`<p>${say.use.before(count, licenceOf({ licence }))}</p>`;
  });
  return html`<section class="card" aria-labelledby="use">
    <h2 id="use">${say.use.title(countText(work.release, say.locale))}</h2>
    ${
      offers.length === 0
        ? html`<p>${say.use.none}</p>`
        : html`<dl>${offers}</dl>
            <p>${say.use.others}</p>`
    }
    ${agreed.rightsWork ? html`<p>${say.use.rights}</p>` : html``}
    <p>${say.use.ask}</p>
    <p>${say.use.after(licenceOf(work))}</p>
    ${before}
  </section>`;
}

function opened(shown: Shown): Html {
  const { work, say } = shown;
  const { figures, openedAt } = work;
  const isAll = figures !== null && !/[1-9]/.test(figures.owed.amount) && work.makers > 0;
  const lead = isAll ? say.open.lead : isReversed(work) ? say.open.leadReversed : say.open.leadPart;
  const since =
    openedAt === null
      ? html``
      : html`<p class="quiet">
          ${say.open.since(dayText(openedAt, say.locale), licenceOf(work))}
        </p>`;
  return html`<div class="opened">
    <svg class="light" viewBox="0 0 240 240" aria-hidden="true">
      <rect class="filled" x="70" y="70" width="100" height="100" />
      <rect class="ring" x="57" y="57" width="126" height="126" opacity=".9" />
      <rect class="ring" x="42" y="42" width="156" height="156" opacity=".6" />
      <rect class="ring" x="24" y="24" width="192" height="192" opacity=".36" />
      <rect class="ring" x="3" y="3" width="234" height="234" opacity=".18" />
    </svg>
    <h1>${say.open.title(html`<bdi>${work.title}</bdi>`)}</h1>
    <p class="lead">${lead(licenceOf(work))}</p>
    ${figures === null ? html`` : html`${openSums(say, figures)} ${restsOn(shown)}`} ${since}
  </div>`;
}

/** Whether a payment has gone back since it opened, and has not been refilled. */
const isReversed = ({ figures }: PublicWork): boolean =>
  figures !== null && /[1-9]/.test(figures.refill.amount);

function agreement({ work, say }: Shown): Html {
  const { agreed } = work;
  const title = html`<h2 id="agreed">${say.agreed.title}</h2>`;
  if (agreed === null) {
    return html`<section aria-labelledby="agreed">
      ${title}
      <p>${say.agreed.none}</p>
    </section>`;
  }
  const opens =
    agreed.threshold === '1'
      ? say.agreed.opensAll(licenceOf(work))
      : say.agreed.opensPart(partText(agreed.threshold, say.locale), licenceOf(work));
  return html`<section aria-labelledby="agreed">
    ${title}
    <ol class="terms">
      <li><span>${say.agreed.pays}</span></li>
      <li><span>${say.agreed.shares}</span></li>
      <li><span>${opens}</span></li>
      <li><span>${say.agreed.surplus[agreed.surplus]}</span></li>
    </ol>
  </section>`;
}

function checking({ work, say, url }: Shown): Html {
  const { checkpoint } = work;
  if (checkpoint === null) return html``;
  const size = checkpoint.split('\n')[1] ?? '';
  return html`<section aria-labelledby="check">
    <h2 id="check">${say.check.title}</h2>
    <p>${say.check.how} ${say.check.keep}</p>
    <details class="note">
      <summary>${say.check.note}, ${say.check.size(countText(Number(size), say.locale))}</summary>
      <pre dir="ltr" tabindex="0"><code>${checkpoint}</code></pre>
    </details>
    <p><a href="${url}/data">${say.check.data}</a></p>
  </section>`;
}

/** How the badge stands in pages of others. */
function showing({ work, say, url, language }: Shown): Html {
  const alt = `${work.title}: ${badgeText(work, language)}`;
  const image = `${url}/badge.svg${language === 'en' ? '' : `?lang=${language}`}`;
  const picture = `<img src="${attribute(image)}" alt="${attribute(alt)}" height="24">`;
  const forPage = `<a href="${attribute(url)}">${picture}</a>`;
  return html`<section class="badge" aria-labelledby="badge">
    <h2 id="badge">${say.badge.title}</h2>
    <p>${say.badge.how}</p>
    <p class="badges"><img src="${image}" alt="${alt}" height="24" /></p>
    <h3>${say.badge.html}</h3>
    <pre dir="ltr" tabindex="0"><code>${forPage}</code></pre>
    <h3>${say.badge.markdown}</h3>
    <pre dir="ltr" tabindex="0"><code>[![${inMarkdown(alt)}](${image})](${url})</code></pre>
  </section>`;
}

/** In an attribute of the code that others copy: so that a title cannot end it. */
const attribute = (text: string): string => html`${text}`.markup;

/** Within brackets of Markdown, where markup of HTML holds too. */
const inMarkdown = (text: string): string => attribute(text.replaceAll(/[\\[\]!`*_]/g, '\\$&'));

function foot({ work, say, url, language }: Shown): Html {
  const links = (Object.keys(publicWords) as PublicLanguage[]).map((code) => {
    const { name, direction } = publicWords[code];
    return code === language
      ? html`<li><span aria-current="true">${name}</span></li>`
      : html`<li>
          <a href="${inLanguage(url, code)}" hreflang="${code}" lang="${code}" dir="${direction}">
            ${name}
          </a>
        </li>`;
  });
  return html`<p><bdi>${work.node.name}</bdi> · Webizen</p>
    <nav aria-label="${say.languages}">
      <ul>
        ${links}
      </ul>
    </nav>`;
}
