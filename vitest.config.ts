import { defineConfig } from 'vitest/config';

// No test depends on the machine's speed: the limit only ends what hangs.
export default defineConfig({
  test: {
    include: ['{src,test,scripts,bench,examples}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
