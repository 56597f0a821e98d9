import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { checkedCatalog } from './packaging/checkedCatalog.mjs';

export default defineConfig({
  plugins: [checkedCatalog(import.meta.dirname)],
  // Never the real package: its index.js downloads the program when it is imported.
  resolve: { alias: { electron: path.resolve(import.meta.dirname, 'tests/unit/electron/electronStub.ts') } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    environment: 'node',
    maxWorkers: 2,
    // Property tests on a busy machine.
    testTimeout: 60_000,
  },
});
