import { defineConfig } from 'vitest/config';

const others = ['**/node_modules/**', 'dist/**'];

// No test depends on the machine's speed: the limit only ends what hangs.
export default defineConfig({
  test: {
    // One less than there are cores would be one on a small machine, while browsers mostly wait.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{src,test,scripts,bench,examples}/**/*.test.ts'],
          exclude: [...others, 'test/browser/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: others,
          globalSetup: ['test/browser/built.ts'],
          // On a machine that is busy with much else a page may come too late; a fault stays.
          retry: 2,
        },
      },
    ],
  },
});
