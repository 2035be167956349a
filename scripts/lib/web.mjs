import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, sha256 } from './paths.mjs'
import { run } from './run.mjs'
import { progress, stop } from './say.mjs'

/** What the web app is built from, beside its packages. */
const SOURCES = ['web', 'forms', 'tlog']
const NOT_SOURCES = ['dist', 'node_modules']

function filesOf(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .filter((e) => !NOT_SOURCES.includes(e.name))
    .flatMap((e) => (e.isDirectory() ? filesOf(join(folder, e.name)) : [join(folder, e.name)]))
    .sort()
}

/** One hash over the names and contents of all that the build reads. */
function sourcesHash() {
  const parts = ['package-lock.json', ...SOURCES.flatMap(filesOf)].flatMap((path) => [
    path,
    readFileSync(inRoot(path)),
  ])
  return sha256(...parts)
}

const stampPath = () => inRoot('.cache', 'web.sha256')

function isBuilt(hash) {
  return (
    existsSync(inRoot('web', 'dist', 'index.html')) &&
    existsSync(stampPath()) &&
    readFileSync(stampPath(), 'utf8') === hash
  )
}

/**
 * Builds the web app unless what was built comes from these very sources. The new one takes the old one's
 * place only when it is whole.
 */
export async function ensureWeb(node) {
  if (!existsSync(inRoot('web', 'index.html'))) return
  const hash = sourcesHash()
  if (isBuilt(hash)) return
  const fresh = inRoot('.cache', `web-${process.pid}`)
  const done = progress('Building the web app')
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js')
  const build = (config, outDir) =>
    run(
      node,
      [vite, 'build', '--config', `web/${config}`, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
      { env: { NODE_ENV: 'production' } },
    )
  let { code, output } = await build('vite.config.ts', fresh)
  if (code === 0) ({ code, output } = await build('vite.server.config.ts', join(fresh, 'server')))
  done()
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    stop(`the web app could not be built:\n${output.trim()}`)
  }
  mkdirSync(inRoot('.cache'), { recursive: true })
  rmSync(inRoot('web', 'dist'), { recursive: true, force: true })
  renameSync(fresh, inRoot('web', 'dist'))
  writeFileSync(stampPath(), hash)
}
