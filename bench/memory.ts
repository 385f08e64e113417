import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchResult } from './result.ts';
import { startWebizen } from './setting/started.ts';

const REST_MS = 10_000;
const aim = { most: 120 };

/**
 * Measures what a started node holds in memory (resident size by the kernel's count): at its first
 * answer, and after ten seconds at rest (aim: at most 120 MB each).
 */
export async function benchMemory(restMs = REST_MS): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  try {
    const founding = await startWebizen(folder);
    await founding.stop();
    const server = await startWebizen(folder);
    try {
      const begun = residentMegabytes(server.pid);
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const rested = residentMegabytes(server.pid);
      return [
        memoryResult('memory after the start', begun),
        memoryResult('memory at rest, ten seconds later', rested),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function memoryResult(name: string, megabytes: number | undefined): BenchResult {
  const result = { name, peer: null, ratio: null, aim, unit: 'MB' } as const;
  if (megabytes === undefined) {
    return { ...result, ours: 0, note: 'skipped: this system has no /proc', skipped: true };
  }
  return { ...result, ours: megabytes, note: 'resident size of the process' };
}

/** Undefined where the system does not say. */
function residentMegabytes(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
