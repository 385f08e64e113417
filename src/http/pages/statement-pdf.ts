import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StatementAnswer } from '../../actions/statement/answers.ts';
import { shippedDirectory } from '../../tables/manifest.ts';

const template = new URL('statement.typ', import.meta.url);

/** What Typst does not bring itself: names are written in any script. */
const FONTS = join(shippedDirectory(), 'fonts');

/**
 * A statement as a tagged PDF, by Typst. The same statement on the same day
 * gives the same bytes. `on` is that day, YYYY-MM-DD.
 */
export async function statementPdf(
  statement: StatementAnswer,
  about: { readonly node: string; readonly on: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const source = {
    mainFileContent: await readFile(template, 'utf8'),
    inputs: { data: JSON.stringify({ ...statement, ...about }) },
  };
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] });
  const pdf = compiler.pdf(source, { creationTimestamp: Date.parse(about.on) / 1000 });
  return new Uint8Array(pdf);
}
