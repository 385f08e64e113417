import type { z } from 'zod';
import { name, page, table } from './page.ts';
import { fieldsOf } from './schema.ts';
import type { Field } from './schema.ts';
import { sourceModule } from './source-module.ts';

const intro = `Every address that a node answers. The same, with every schema, is the OpenAPI 3.1
document at \`/openapi.json\` of a running node, and a page to read at \`/reference\`. Amounts are
\`{"amount": "9240.81", "currency": "AUD"}\`; what is refused comes as a problem document (RFC 9457)
with the refusal's \`code\`, its \`values\` and a \`remedy\`.`;

interface Documented {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly authority: 'none' | 'owner' | 'act';
  readonly action: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly media?: string;
}

type InWords = (action: string) => string;

function authorityOf({ authority, action }: Documented, inWords: InWords): string {
  if (authority === 'none') return 'Anybody who reaches the port may ask.';
  const parts = `\`${action}\`: ${inWords(action)}`;
  return authority === 'act'
    ? `Takes one whole signed act, which carries its own authority (${parts}).`
    : `Needs the owner’s token, \`Authorization: Bearer …\`, or a session (${parts}).`;
}

/** The table of routes, under the nouns that they are about. */
export async function routesPage(): Promise<string> {
  const found = await sourceModule<{ routes: readonly Documented[] }>('src/http/routes.ts');
  const rules = await sourceModule<{ partsInWords: InWords }>('src/domain/agents/part.ts');
  const inWords = rules?.partsInWords ?? ((action) => action);
  const sections = Map.groupBy(found?.routes ?? [], (route) => route.tag);
  return page('Routes', [intro, ...[...sections].map((one) => section(one, inWords))]);
}

function section(
  [tag, routes]: readonly [string, readonly Documented[]],
  inWords: InWords,
): string {
  return [`## ${tag}`, ...routes.map((route) => described(route, inWords))].join('\n\n');
}

function described(route: Documented, inWords: InWords): string {
  const { method, path, summary, description, media } = route;
  const said = [`### ${method} ${path}`, summary.replace(/\.?$/, '.'), description ?? ''];
  return [...said, authorityOf(route, inWords), given(route), answered(route, media)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function given({ query, body, authority }: Documented): string {
  const asked = fieldsOf(query);
  const sent = body === undefined || authority === 'act' ? [] : fieldsOf(body);
  const fields = [...asked, ...sent];
  const type = authority === 'act' && body !== undefined ? actType(body) : '';
  return [type, fields.length === 0 ? '' : fieldTable(fields)].filter(Boolean).join('\n\n');
}

function actType(body: z.ZodType): string {
  const type = fieldsOf(body)
    .find((field) => field.name === 'type')
    ?.type.replaceAll('"', '');
  const anchor = type?.replaceAll('.', '');
  return type === undefined ? '' : `The act: [\`${type}\`](record-entries.md#${anchor}).`;
}

function answered({ answer }: Documented, media: string | undefined): string {
  if (media !== undefined) return `Answers ${name(media)}.`;
  const fields = fieldsOf(answer);
  return fields.length === 0 ? '' : `Answers: ${fields.map((f) => name(f.name)).join(', ')}.`;
}

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.map((f) => [
    name(f.name),
    f.type,
    f.isRequired ? 'yes' : 'no',
    f.description,
  ]);
  return table(['field', 'type', 'needed', ''], rows);
}
