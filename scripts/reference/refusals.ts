import { readFileSync } from 'node:fs';
import { refusals } from '../../src/domain/refusals.ts';
import type { RefusalCode } from '../../src/domain/refusals.ts';
import { page } from './page.ts';

const intro = `Every "no" that Webizen can say. The name never changes and is the same on the
command line (\`code\` with \`--json\`), in an HTTP problem response (\`code\`, RFC 9457) and
here. A refusal changes nothing. Words in braces stand for the values at hand. Exit status of the
command line: 1, but 4 where the status is 404, and 3 from 500 on.`;

/** The catalogue of refusals, under the headings that its source has. */
export function refusalsPage(): string {
  return page('Refusals', [intro, ...[...bySection()].map(section)]);
}

function bySection(): ReadonlyMap<string, readonly RefusalCode[]> {
  const source = readFileSync(new URL('../../src/domain/refusals.ts', import.meta.url), 'utf8');
  const sections = new Map<string, RefusalCode[]>();
  let heading = 'node';
  for (const line of source.split('\n')) {
    heading = /^ {2}\/\/ ([a-z][a-z ,-]*)/.exec(line)?.[1]?.trim() ?? heading;
    const code = /^ {2}'?([a-z-]+)'?: \{/.exec(line)?.[1];
    if (code === undefined || !isRefusal(code)) continue;
    sections.set(heading, [...(sections.get(heading) ?? []), code]);
  }
  return sections;
}

function isRefusal(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

function section([heading, codes]: readonly [string, readonly RefusalCode[]]): string {
  const title = heading.charAt(0).toUpperCase() + heading.slice(1);
  return [`## ${title}`, ...codes.map(entry)].join('\n\n');
}

function entry(code: RefusalCode): string {
  const { status, sentence, remedy } = refusals[code];
  return `### ${code}\n\n${sentence} (${status})\n\n*What to do:* ${remedy}`;
}
