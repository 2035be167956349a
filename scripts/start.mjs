/**
 * `npm start` and `npm run demo`: from a fresh clone to a running server. Installs what is missing, builds the
 * web app when its sources have changed, and runs the command line (`start` or `demo`, and more arguments).
 */
import { ensureDetector, WITH_BUILT } from './lib/detector.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { become } from './lib/run.mjs'
import { ensureWeb } from './lib/web.mjs'

const [command = 'start', ...more] = process.argv.slice(2)
const node = await ensureInstalled()
await ensureWeb(node)
await ensureDetector(node)
// Less memory for short-lived objects: an import of any size stays small.
become(node, ['--max-semi-space-size=8', WITH_BUILT, inRoot('cli', 'main.ts'), command, ...more])
