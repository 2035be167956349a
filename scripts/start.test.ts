import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** A small stand-in for the repository, with the real scripts: what they call writes down that it was called. */
let root: string
const at = (...parts: string[]) => join(root, ...parts)
const runtime = `node-${process.platform}-${process.arch}`

function write(path: string, content: unknown): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), typeof content === 'string' ? content : JSON.stringify(content))
}

const calls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [])

const NPM = `
const { appendFileSync, mkdirSync, writeFileSync, copyFileSync, symlinkSync } = require('node:fs')
appendFileSync('calls', 'npm ' + process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_FAILS) { console.error('npm error code ENETWORK'); process.exit(7) }
mkdirSync('node_modules/left', { recursive: true })
writeFileSync('node_modules/left/package.json', '{}')
mkdirSync('node_modules/${runtime}/bin', { recursive: true })
symlinkSync(process.env.REAL_NODE, 'node_modules/${runtime}/bin/node')
copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
mkdirSync('node_modules/vite/bin', { recursive: true })
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(`
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const config = process.argv[process.argv.indexOf('--config') + 1]
appendFileSync('calls', 'vite ' + config + '\\n')
const broken = config.includes('server') ? 'broken for the server' : 'broken for browsers'
if (readFileSync('web/index.html', 'utf8') === broken) { console.error(broken); process.exit(1) }
const out = process.argv[process.argv.indexOf('--outDir') + 1]
mkdirSync(out, { recursive: true })
writeFileSync(out + '/index.html', 'built from ' + readFileSync('web/index.html', 'utf8'))`)})
`

/** For browsers, and for the server that draws a page. */
const BUILT = ['vite web/vite.config.ts', 'vite web/vite.server.config.ts']

const CLI = `
if (process.argv.includes('wait')) {
  setInterval(() => {}, 1000)
  for (const s of ['SIGTERM', 'SIGINT']) process.on(s, () => { process.stdout.write(s + '\\n'); process.exit(5) })
}
process.stdout.write(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), path: process.env.PATH.split(':')[0] }) + '\\n')`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wellkeep-scripts-'))
  cpSync(join(import.meta.dirname, 'lib'), at('scripts', 'lib'), { recursive: true })
  for (const f of ['start.mjs', 'run.mjs', 'build.mjs'])
    cpSync(join(import.meta.dirname, f), at('scripts', f))
  write('package.json', { type: 'module' })
  write('package-lock.json', {
    packages: {
      '': { optionalDependencies: { [runtime]: '1', 'node-other-arch': '1' } },
      'node_modules/left': { version: '1.0.0' },
      [`node_modules/${runtime}`]: {
        version: '26.0.0',
        optional: true,
        os: process.platform,
        cpu: [process.arch],
      },
      'node_modules/node-other-arch': { version: '26.0.0', optional: true, os: ['other'] },
      'node_modules/helper-of-another-system': { version: '1.0.0', optional: true },
    },
  })
  write('npm/npm-cli.cjs', NPM)
  write('cli/main.ts', CLI)
  write('web/index.html', 'one')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function start(script: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [at('scripts', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      REAL_NODE: process.execPath,
      npm_execpath: at('npm', 'npm-cli.cjs'),
      ...env,
    },
  })
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, code }
}

async function finish(script: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { child, code } = start(script, args, env)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, err }
}

test('a first start installs and builds, a second does neither', async () => {
  const first = await finish('start.mjs', ['demo', '--flag'])
  expect(first.err).toContain('Installing packages')
  expect(JSON.parse(first.out)).toEqual({
    args: ['demo', '--flag'],
    cwd: root,
    path: at('node_modules/.bin'),
  })
  expect(calls()).toEqual([expect.stringMatching(/^npm ci .*--ignore-scripts/), ...BUILT])
  expect(readFileSync(at('web/dist/index.html'), 'utf8')).toBe('built from one')
  expect(realpathSync(at('node_modules/.bin/node'))).toBe(realpathSync(process.execPath))

  const second = await finish('start.mjs')
  expect(second).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(second.out).args).toEqual(['start'])
  expect(calls()).toHaveLength(3)
})

test('npm is called when the lock names something that is not there, and not when only the lock was rewritten', async () => {
  await finish('build.mjs')
  appendFileSync(at('package-lock.json'), '\n')
  await finish('build.mjs')
  expect(calls().filter((c) => c.startsWith('npm'))).toHaveLength(1)
  write('package-lock.json', readFileSync(at('package-lock.json'), 'utf8').replace('1.0.0', '1.0.1'))
  rmSync(at('node_modules', runtime), { recursive: true })
  await finish('build.mjs')
  expect(calls().filter((c) => c.startsWith('npm'))).toHaveLength(2)
})

test.each(['web/page.tsx', 'forms/rules.ts', 'tlog/tree.ts'])(
  'the web app is built when a source changes: %s',
  async (source) => {
    await finish('build.mjs')
    write(source, 'x')
    await finish('build.mjs')
    expect(calls().filter((c) => c.startsWith('vite'))).toEqual([...BUILT, ...BUILT])
  },
)

test.each(['browsers', 'the server'])(
  'a web app that can not be built for %s leaves the old one in place',
  async (whom) => {
    await finish('build.mjs')
    write('web/index.html', `broken for ${whom}`)
    const broken = await finish('start.mjs')
    expect(broken.code).toBe(1)
    expect(broken.err).toContain(`broken for ${whom}`)
    expect(broken.out).toBe('')
    expect(readFileSync(at('web/dist/index.html'), 'utf8')).toBe('built from one')
    expect(readFileSync(at('web/dist/server/index.html'), 'utf8')).toBe('built from one')
  },
)

test('an installation that fails says what npm said, and starts nothing', async () => {
  const failed = await finish('start.mjs', [], { NPM_FAILS: '1' })
  expect(failed.code).toBe(1)
  expect(failed.err).toContain('ENETWORK')
  expect(failed.err).not.toMatch(/\n\s+at /)
  expect(failed.out).toBe('')
})

test('signals reach the program, and its exit code is ours; paths are meant from where npm was called', async () => {
  await finish('build.mjs')
  mkdirSync(at('elsewhere'))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { child, code } = start('run.mjs', ['cli/main.ts', 'wait'], { INIT_CWD: at('elsewhere') })
    const lines: string[] = []
    for await (const line of createInterface(child.stdout)) {
      if (lines.push(line) === 1) child.kill(signal)
    }
    expect(JSON.parse(lines[0]!)).toMatchObject({ args: ['wait'], cwd: at('elsewhere') })
    expect(lines[1]).toBe(signal)
    expect(await code).toBe(5)
  }
})
