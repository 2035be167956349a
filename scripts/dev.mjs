/**
 * `npm run dev`: the server, started again when its code changes, and Vite's server for the web app, which
 * passes what goes to /api on and shows a change at once. Open the address that Vite prints.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { become, environment } from './lib/run.mjs'
import { ensureWeb } from './lib/web.mjs'

const node = await ensureInstalled()
await ensureWeb(node)
const watched = ['server', 'tlog', 'phi', 'cli']
  .filter((folder) => existsSync(inRoot(folder)))
  .map((folder) => `--watch-path=${inRoot(folder)}`)
const vite = spawn(
  node,
  [inRoot('node_modules', 'vite', 'bin', 'vite.js'), '--config', 'web/vite.config.ts'],
  {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
  },
)
process.on('exit', () => vite.kill())
become(node, [
  '--watch',
  ...watched,
  '--watch-preserve-output',
  inRoot('cli', 'main.ts'),
  'start',
  ...process.argv.slice(2),
])
