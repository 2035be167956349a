/** `npm run bench`: measures what is built as `npm start` would run it. */
import { ensureDetector, WITH_BUILT } from './lib/detector.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { become } from './lib/run.mjs'

const node = await ensureInstalled()
await ensureDetector(node)
become(node, [WITH_BUILT, inRoot('bench', 'main.ts'), ...process.argv.slice(2)])
