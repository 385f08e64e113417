import type { z } from 'zod';
import { name, page, table } from './page.ts';
import { fieldsOf } from './schema.ts';
import { sourceModule } from './source-module.ts';

const intro = `Every kind of act that a node's record can hold. An act is
\`{type, id, by, node, composedAt, body, proof}\`, signed whole by the agent named in \`by\`
(W3C Data Integrity, cryptosuite eddsa-jcs-2022). Its entry in the record is a leaf of an RFC 6962
Merkle tree: the type, the time and a salted commitment to the act, and no personal text.`;

interface Recorded {
  readonly type: string;
  readonly body: z.ZodType;
  readonly internal?: true;
}

/** Every type of act, what its body holds, and who may sign it. */
export async function recordEntriesPage(): Promise<string> {
  const found = await sourceModule<{ catalogue: Iterable<Recorded> }>('src/actions/catalogue.ts');
  const sorted = [...(found?.catalogue ?? [])].toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return page('Record entries', [intro, ...sorted.map(described)]);
}

function described({ type, body, internal }: Recorded): string {
  const rows = fieldsOf(body).map((field) => [
    name(field.name),
    field.type,
    field.isRequired ? 'yes' : 'no',
    field.description,
  ]);
  const signer =
    internal === true
      ? 'Follows from another act or from the calendar; signed by the node’s own machine agent.'
      : 'Signed by the agent who acts.';
  const fields =
    rows.length === 0 ? 'Its body is empty.' : table(['field', 'type', 'needed', ''], rows);
  return `## ${type}\n\n${signer}\n\n${fields}`;
}
