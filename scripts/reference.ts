// Writes docs/reference from the code: what the code says and the page does not, a test finds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { commandsPage } from './reference/commands.ts';
import { recordEntriesPage } from './reference/record-entries.ts';
import { refusalsPage } from './reference/refusals.ts';
import { routesPage } from './reference/routes.ts';
import { settingsPage } from './reference/settings.ts';

const folder = new URL('../docs/reference/', import.meta.url);

/** Every generated page: its file's name, and its text as the code has it now. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['refusals.md', refusalsPage()],
    ['commands.md', await commandsPage()],
    ['routes.md', await routesPage()],
    ['record-entries.md', await recordEntriesPage()],
    ['settings.md', settingsPage()],
  ]);
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await referencePages()) {
    writeFileSync(new URL(name, folder), text);
    console.log(`docs/reference/${name}`);
  }
}
