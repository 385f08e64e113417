// Every check of the project in one command: format, lint, types, then all tests (the house test
// and the reference test among them). All run, even after one has failed, and the end says which.
// `--summary FILE` also writes the closing line "N passed, N failed, N skipped" to FILE.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface TestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly TestFile[];
}

interface TestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly TestCase[];
}

interface TestCase {
  readonly title: string;
  readonly status: string;
  readonly meta?: { readonly lacks?: string };
}

interface Step {
  readonly says: string;
  readonly command: string;
  readonly args: readonly string[];
}

const home = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'webizen-check-'));
const reportFile = join(scratch, 'tests.json');

const steps: readonly Step[] = [
  { says: 'Format', command: 'oxfmt', args: ['--check', '.'] },
  { says: 'Lint', command: 'oxlint', args: ['--deny-warnings'] },
  { says: 'Types', command: 'tsc', args: ['-p', 'tsconfig.json'] },
  {
    says: 'Tests',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  },
];

const { values } = parseArgs({ options: { summary: { type: 'string' } } });
const failed = steps.filter((step, index) => !passes(step, index)).map((step) => step.says);
const report = readReport();
rmSync(scratch, { recursive: true, force: true });
if (report !== undefined) showSkipped(report);
const closing = closingLine(report, failed);
if (values.summary !== undefined) writeFileSync(values.summary, `${closing}\n`);
console.log(`\n${failed.length === 0 ? 'All checks pass' : `Failed: ${failed.join(', ')}`}.`);
console.log(`Tests and checks: ${closing}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes(step: Step, index: number): boolean {
  console.log(`\n[${index + 1}/${steps.length}] ${step.says}: ${step.command}`);
  const started = performance.now();
  const program = join(home, 'node_modules', '.bin', step.command);
  const result = spawnSync(program, step.args, {
    cwd: home,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.error !== undefined) console.error(`${step.command}: ${result.error.message}`);
  const good = result.status === 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${step.says} ${good ? 'good' : 'FAILED'} in ${seconds} s`);
  return good;
}

function readReport(): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}

/** What was not tested here is said, one line a reason. */
function showSkipped({ testResults }: TestReport): void {
  const reasons = new Map<string, string[]>();
  for (const { name, status: outcome, assertionResults } of testResults) {
    // What a failed file did not get to is told with the failure.
    if (outcome === 'failed') continue;
    for (const { status, title, meta } of assertionResults) {
      if (status === 'passed' || status === 'failed') continue;
      const reason = meta?.lacks ?? 'skipped by the test itself';
      reasons.set(reason, [...(reasons.get(reason) ?? []), `${basename(name)}: ${title}`]);
    }
  }
  for (const [reason, titles] of reasons) {
    console.log(`\nSkipped, as ${reason}:`);
    for (const title of titles) console.log(`  ${title}`);
  }
}

/** Counts as vitest does; a file that did not run through, or a check that failed, is one. */
function closingLine(report: TestReport | undefined, failedSteps: readonly string[]): string {
  const otherSteps = failedSteps.filter((says) => says !== 'Tests').length;
  if (report === undefined) return `0 passed, ${otherSteps + 1} failed, 0 skipped`;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(hasFailed),
  );
  for (const { name } of unloaded) console.log(`Did not run through: ${relative(home, name)}`);
  const inTests = report.numFailedTests + unloaded.length;
  const unnamed = failedSteps.includes('Tests') && inTests === 0 ? 1 : 0;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failures = inTests + unnamed + otherSteps;
  return `${report.numPassedTests} passed, ${failures} failed, ${skipped} skipped`;
}

function hasFailed({ status }: TestCase): boolean {
  return status === 'failed';
}
