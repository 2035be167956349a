import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { inRoot, readJson, sha256 } from './paths.mjs'
import { run } from './run.mjs'
import { progress, stop } from './say.mjs'

const stampPath = () => inRoot('node_modules', '.wellkeep-install.json')
const here = `${process.platform}-${process.arch}`
/** The server's code is TypeScript that Node runs as it is, with SQLite and Argon2 built in. */
const OLDEST_RUNTIME = 26

const lockHash = () => sha256(readFileSync(inRoot('package-lock.json')), here)

/** Packages name the systems that they are for; some registries answer a list, some one word. */
const fits = (wanted, actual) => !wanted || [wanted].flat().includes(actual)

/** What npm has to put into node_modules here. Of the optional packages only our own count: their like may lack parts. */
function expected() {
  const { packages } = readJson(inRoot('package-lock.json'))
  const ours = Object.keys(packages[''].optionalDependencies ?? {}).map((name) => `node_modules/${name}`)
  const needed = ([path, p]) =>
    path &&
    (!p.optional || (ours.includes(path) && fits(p.os, process.platform) && fits(p.cpu, process.arch)))
  return Object.entries(packages).filter(needed)
}

/** Whether node_modules is what package-lock.json says, by the list that npm itself keeps there. */
function inStep() {
  const installed = readJson(inRoot('node_modules', '.package-lock.json'))?.packages
  return (
    !!installed &&
    expected().every(([path, p]) => installed[path]?.version === p.version && existsSync(inRoot(path)))
  )
}

/** npm's own script under the Node that npm was started with; `npm` on the path when we were started otherwise. */
function npm() {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script))
    return [process.env.npm_node_execpath ?? process.execPath, [script]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

async function install() {
  const wanted = expected()
  const done = progress(
    'Installing packages',
    () => `${wanted.filter(([path]) => existsSync(inRoot(path, 'package.json'))).length} of ${wanted.length}`,
  )
  const [program, first] = npm()
  const args = [
    ...first,
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { code, output } = await run(program, args).catch((error) => ({
    code: 1,
    output: `npm could not be started (${error.code})`,
  }))
  done()
  if (code !== 0)
    stop(`the packages could not be installed:\n${output.trim().split('\n').slice(-15).join('\n')}`)
}

function versionOf(node) {
  try {
    return Number(
      execFileSync(node, ['-p', 'process.versions.node'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).split('.')[0],
    )
  } catch {
    return 0
  }
}

/** The Node to run with: the one that was installed for this system, else the present one if it is new enough. */
function findRuntime() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const packages = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
  const candidates = [...packages.map((p) => inRoot('node_modules', p, 'bin', file)), process.execPath]
  const found = candidates.find((node) => existsSync(node) && versionOf(node) >= OLDEST_RUNTIME)
  return (
    found ??
    stop(
      `Wellkeep runs on Node ${OLDEST_RUNTIME}, and npm has none for ${here}: install Node ${OLDEST_RUNTIME} or newer and start again.`,
    )
  )
}

/** Some versions of npm leave this one link out; with it, whatever is run through npm runs on the same Node. */
function linkRuntime(node) {
  const link = inRoot('node_modules', '.bin', 'node')
  if (process.platform === 'win32' || existsSync(link) || node === process.execPath) return
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(relative(dirname(link), node), link)
}

/**
 * Makes sure that what package-lock.json lists is in node_modules, and answers the Node to run with. When
 * nothing has changed since the last time, that is one look at one file: no npm, no network.
 */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node ${process.versions.node} is too old: install Node 20 or newer.`)
  const hash = lockHash()
  const stamp = readJson(stampPath())
  if (stamp?.hash === hash && existsSync(stamp.node)) return stamp.node
  if (!inStep()) await install()
  const node = findRuntime()
  linkRuntime(node)
  writeFileSync(stampPath(), `${JSON.stringify({ hash, node })}\n`)
  return node
}
