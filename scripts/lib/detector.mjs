import { existsSync } from 'node:fs'
import { ensureBuilt, viteBuild } from './built.mjs'
import { inRoot } from './paths.mjs'

/** With this `#phi` (see package.json) is the detector as one file, and without it its sources. */
export const WITH_BUILT = '--conditions=built'

/** Makes one file of the detector where its sources have changed: as modules it is slower, and slower to load. */
export async function ensureDetector(node) {
  if (!existsSync(inRoot('phi', 'index.ts'))) return
  await ensureBuilt({
    name: 'phi',
    what: 'the detector',
    sources: ['phi'],
    target: inRoot('.cache', 'phi'),
    entry: 'index.js',
    build: (folder) => viteBuild(node, ['--ssr', 'phi/index.ts', '--minify', 'false'], folder),
  })
}
