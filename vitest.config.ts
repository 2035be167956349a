import { defineConfig } from 'vitest/config'

const common = { pool: 'forks', globals: false, restoreMocks: true } as const

/**
 * `unit`: pure, no database, no network. `node`: on a real PostgreSQL, one per run and one database per file.
 * `e2e`: a whole server and a real browser, one file at a time.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['**/*.unit.test.ts', '{tlog,phi,web,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...common,
          name: 'node',
          include: ['{server,cli,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.unit.test.ts'],
          globalSetup: ['server/platform/db/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          fileParallelism: false,
          // As many pages at once as a small machine has cores.
          maxConcurrency: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
