import type { z } from 'zod';
import { partsInWords } from '../../domain/agents/part.ts';
import { refusals } from '../../domain/refusals.ts';
import type { RefusalEntry } from '../../domain/refusals.ts';
import { bodyExample, jsonSchemaOf } from '../openapi.ts';
import type { JsonSchema } from '../openapi.ts';
import { titleOf } from '../problem.ts';
import type { Route } from '../route.ts';
import { document, html, prose } from './html.ts';
import type { Html } from './html.ts';

const anchorOf = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z]+/g, '-').replace(/-$/, '')}`;

function authorityOf({ authority, action }: Route): string {
  if (authority === 'none') return 'Needs no authority.';
  const parts = partsInWords(action);
  return authority === 'act'
    ? `Takes a whole signed act, which carries its own authority: ${parts}.`
    : `Needs the owner’s token, or a session: ${parts}.`;
}

/** The page at `/reference`: every address with what it takes, gives and needs. */
export function referencePage(routes: readonly Route[]): string {
  const tags = [...Map.groupBy(routes, ({ tag }) => tag)];
  return document(
    'Reference · Webizen',
    html`<div class="wide">
      <header>
        <h1>Reference</h1>
        <p class="lead">Every address of this node.</p>
        <p>
          Amounts are <code>{"amount": "9240.81", "currency": "AUD"}</code>, never numbers. What
          changes the books is a signed act, sent whole; sent again with the same id and body, it
          answers the same. What is refused comes as a problem document (RFC 9457) and changes
          nothing: see <a href="/reference/refusals">all refusals</a>. For programs:
          <a href="/openapi.json">OpenAPI 3.1</a>.
        </p>
        <nav aria-label="Nouns">
          <ul>
            ${tags.map(([tag]) => html`<li><a href="#${tag}">${tag}</a></li>`)}
          </ul>
        </nav>
      </header>
      <main id="content">${tags.map(([tag, own]) => tagOf(tag, own))}</main>
      <footer>
        <p><a href="/">To the front page</a></p>
      </footer>
    </div>`,
  );
}

const tagOf = (tag: string, routes: readonly Route[]): Html =>
  html`<h2 id="${tag}">${tag}</h2>
    ${routes.map(routeOf)}`;

function routeOf(route: Route): Html {
  const anchor = anchorOf(route);
  return html`<section aria-labelledby="${anchor}">
    <h3 id="${anchor}">${route.summary}</h3>
    <p class="address">${route.method} ${route.path}</p>
    ${route.description === undefined ? '' : html`<p>${prose(route.description)}</p>`}
    <p class="quiet">${authorityOf(route)}</p>
    ${fieldsTable('In the address', { ...route.params.shape, ...route.query.shape })}
    ${schemaOf('What it takes', route.body, 'input')} ${exampleOf('Sent', bodyExample(route))}
    ${given(route)} ${exampleOf('Answered', route.example?.answer)}
  </section>`;
}

const given = ({ media, answer }: Route): Html | string =>
  media === undefined
    ? schemaOf('What it gives', answer, 'output')
    : html`<p>Gives <code>${media}</code>.</p>`;

function fieldsTable(caption: string, shape: Readonly<Record<string, unknown>>): Html | string {
  const entries = Object.entries(shape) as [string, z.ZodType][];
  if (entries.length === 0) return '';
  const rows = entries.map(([name, schema]) => {
    const { description, ...type } = jsonSchemaOf(schema, 'input');
    return html`<tr>
      <td><code>${name}</code></td>
      <td>${typeText(type)}</td>
      <td>${typeof description === 'string' ? prose(description) : ''}</td>
    </tr>`;
  });
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">${caption}</th>
          <th scope="col">type</th>
          <th scope="col">what it is</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A schema's type in a few words. */
function typeText(schema: JsonSchema): string {
  const { type, enum: values, const: only, anyOf, pattern } = schema;
  if (Array.isArray(values)) return values.map(String).join(', ');
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeText(one as JsonSchema)).join(' or ');
  const plain = Array.isArray(type)
    ? type.map(String).join(' or ')
    : typeof type === 'string'
      ? type
      : 'any';
  return typeof pattern === 'string' && plain === 'string' ? 'text of a set form' : plain;
}

function schemaOf(title: string, schema: z.ZodType | undefined, io: 'input' | 'output') {
  if (schema === undefined) return '';
  const components = new Map<string, unknown>();
  const shown = jsonSchemaOf(schema, io, components);
  const all = components.size === 0 ? shown : { ...shown, parts: Object.fromEntries(components) };
  return html`<details>
    <summary>${title}</summary>
    <pre tabindex="0"><code>${JSON.stringify(all, null, 2)}</code></pre>
  </details>`;
}

function exampleOf(title: string, example: unknown): Html | string {
  if (example === undefined) return '';
  return html`<details>
    <summary>${title}: an example</summary>
    <pre tabindex="0"><code>${JSON.stringify(example, null, 2)}</code></pre>
  </details>`;
}

/** The page at `/reference/refusals`: every named "no", with its remedy. */
export function refusalsPage(): string {
  const entries = Object.entries(refusals) as [string, RefusalEntry][];
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return document(
    'Refusals · Webizen',
    html`<div class="wide">
      <header>
        <h1>Refusals</h1>
        <p class="lead">Everything that a node refuses, and what to do then.</p>
        <p>
          A refusal changes nothing. It has the same name in the command line, in the API and here.
          Words in braces stand for the values of the case.
        </p>
      </header>
      <main id="content">
        ${sorted.map(
          ([code, entry]) =>
            html`<section aria-labelledby="${code}">
              <h3 id="${code}">${titleOf(code)}</h3>
              <p>${entry.sentence}</p>
              <p>${entry.remedy}</p>
              <p class="quiet"><code>${code}</code>, HTTP status ${entry.status}</p>
            </section>`,
        )}
      </main>
      <footer>
        <p><a href="/reference">To the reference</a></p>
      </footer>
    </div>`,
  );
}
