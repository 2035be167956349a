/** `npm run build`: installs what is missing and builds the web app when its sources have changed. */
import { ensureInstalled } from './lib/install.mjs'
import { ensureWeb } from './lib/web.mjs'

await ensureWeb(await ensureInstalled())
