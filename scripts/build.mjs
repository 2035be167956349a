/** `npm run build`: installs what is missing and builds what has changed: the web app, and the detector as one file. */
import { ensureDetector } from './lib/detector.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ensureWeb } from './lib/web.mjs'

const node = await ensureInstalled()
await ensureWeb(node)
await ensureDetector(node)
