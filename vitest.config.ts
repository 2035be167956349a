import { defineConfig } from 'vitest/config'

/** Limits end what hangs; a machine that is slow, or busy with other things, must not come near them. */
const MINUTE = 60_000
const common = {
  pool: 'forks',
  globals: false,
  restoreMocks: true,
  expect: { poll: { timeout: MINUTE } },
  teardownTimeout: MINUTE,
} as const

/**
 * The files of a worker share what they import, as requests share a process: to load all of the server anew for each
 * took longer than most of them.
 */
const shared = { isolate: false } as const

/** Node runs these as they stand, types and all, without Vite; no module of theirs is mocked. */
const native = { experimental: { viteModuleRunner: false, nodeLoader: false } } as const

/**
 * `unit`: pure, no database, no network. `web`: the same of the web app, through Vite as it is built. `node`: on a
 * real PostgreSQL, one per run and one database per file. `e2e`: a whole server and a real browser, one file at a time.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Each file drops its own database at its end; what was just about to connect to it finds none.
    onUnhandledError: (error) => (error as { code?: string }).code !== '3D000',
    reporters: ['default'],
    projects: [
      {
        test: {
          ...common,
          ...shared,
          ...native,
          name: 'unit',
          include: ['{server,cli,bench}/**/*.unit.test.ts', '{tlog,phi,forms,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          ...common,
          ...shared,
          name: 'web',
          include: ['web/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 2 * MINUTE,
        },
      },
      {
        test: {
          ...common,
          ...shared,
          ...native,
          name: 'node',
          include: ['{server,cli,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.unit.test.ts'],
          globalSetup: ['server/platform/db/testing/global-setup.ts'],
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          setupFiles: ['e2e/on-failure.ts'],
          fileParallelism: false,
          // As many pages at once as a small machine has cores.
          maxConcurrency: 2,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
})
