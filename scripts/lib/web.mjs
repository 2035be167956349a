import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, viteBuild } from './built.mjs'
import { inRoot } from './paths.mjs'

/** Builds the web app, for browsers and for the server that draws a page, where its sources have changed. */
export async function ensureWeb(node) {
  if (!existsSync(inRoot('web', 'index.html'))) return
  await ensureBuilt({
    name: 'web',
    what: 'the web app',
    sources: ['web', 'forms', 'tlog'],
    target: inRoot('web', 'dist'),
    entry: 'index.html',
    async build(folder) {
      const browsers = await viteBuild(node, ['--config', 'web/vite.config.ts'], folder)
      return browsers.code === 0
        ? viteBuild(node, ['--config', 'web/vite.server.config.ts'], join(folder, 'server'))
        : browsers
    },
  })
}
