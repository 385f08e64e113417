import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import { shippedDirectory } from '../../../tables/manifest.ts';
import { statementRows } from './statement-rows.ts';
import type { About } from './statement-rows.ts';

const template = new URL('statement.typ', import.meta.url);

/** The letters of the app; other scripts are drawn with what Typst brings. */
const FONTS = join(shippedDirectory(), 'fonts');

/**
 * A statement as a tagged PDF, by Typst. The same statement on the same day in the same language
 * gives the same bytes.
 */
export async function statementPdf(
  statement: StatementAnswer,
  about: About,
): Promise<Uint8Array<ArrayBuffer>> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const source = {
    mainFileContent: await readFile(template, 'utf8'),
    inputs: { data: JSON.stringify(statementRows(statement, about)) },
  };
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] });
  const pdf = compiler.pdf(source, { creationTimestamp: Date.parse(about.on) / 1000 });
  return new Uint8Array(pdf);
}
