import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot, sha256 } from './paths.mjs'
import { run } from './run.mjs'
import { progress, stop } from './say.mjs'

const NOT_SOURCES = ['dist', 'node_modules']

function filesOf(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .filter((e) => !NOT_SOURCES.includes(e.name))
    .flatMap((e) => (e.isDirectory() ? filesOf(join(folder, e.name)) : [join(folder, e.name)]))
    .sort()
}

/** One hash over the names and contents of all that a build reads. */
const hashOf = (folders) =>
  sha256(...['package-lock.json', ...folders.flatMap(filesOf)].flatMap((p) => [p, readFileSync(inRoot(p))]))

/** Runs Vite's build of one part into a folder. */
export const viteBuild = (node, args, outDir) =>
  run(
    node,
    [
      inRoot('node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      ...args,
      '--outDir',
      outDir,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { env: { NODE_ENV: 'production' } },
  )

/**
 * Builds a folder unless what was built comes from these very sources. The new one takes the old one's place only when
 * it is whole. `entry`: the file in it that must be there; `build` fills the folder it is given and answers as `run`.
 */
export async function ensureBuilt({ name, what, sources, target, entry, build }) {
  const hash = hashOf(sources)
  const stamp = inRoot('.cache', `${name}.sha256`)
  const built = existsSync(join(target, entry)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (built) return
  const fresh = inRoot('.cache', `${name}-${process.pid}`)
  const done = progress(`Building ${what}`)
  const { code, output } = await build(fresh)
  done()
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    stop(`${what} could not be built:\n${output.trim()}`)
  }
  mkdirSync(dirname(target), { recursive: true })
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
  writeFileSync(stamp, hash)
}
