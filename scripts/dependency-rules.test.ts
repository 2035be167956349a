import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wellkeep-rules-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lays out a small project with these files and answers which rules it breaks, as `rule: from -> to`. */
async function cruise(name: string, files: Record<string, string>): Promise<string[]> {
  const project = join(folder, name)
  const all: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { declared: '1', nodemailer: '1' },
      devDependencies: { tool: '1' },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext', target: 'esnext' },
    }),
    ...Object.fromEntries(
      ['declared', 'nodemailer', 'tool', 'undeclared'].flatMap((p) => [
        [`node_modules/${p}/package.json`, JSON.stringify({ name: p, version: '1.0.0', main: 'index.js' })],
        [`node_modules/${p}/index.js`, ''],
      ]),
    ),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  copyFileSync(join(root, '.dependency-cruiser.cjs'), join(project, '.dependency-cruiser.cjs'))
  const sources = ['server', 'web', 'cli', 'tlog', 'phi'].filter((s) =>
    Object.keys(files).some((f) => f.startsWith(`${s}/`)),
  )
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...sources]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: project,
    maxBuffer: 2 ** 26,
  }).catch((e) => e)
  const { violations } = JSON.parse(stdout).summary as { violations: Violation[] }
  return violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`).sort()
}

const sound = {
  'tlog/index.ts':
    "import { createHash } from 'node:crypto'\nimport './tree.ts'\nexport const hash = createHash",
  'tlog/tree.ts': 'export const tree = 1',
  'phi/index.ts': 'export const phi = 1',
  'server/platform/db/index.ts':
    "import 'declared'\nimport { hash } from '../../../tlog/index.ts'\nexport const db = hash",
  'server/domains/clients/index.ts':
    "import { db } from '../../platform/db/index.ts'\nexport type Client = typeof db",
  'server/domains/clients/inner.ts': "import type { Client } from './index.ts'\nexport type Inner = Client",
  'server/domains/desk/index.ts':
    "import type { Client } from '../clients/index.ts'\nexport type Ticket = Client",
  'server/domains/mail/outbound/post.ts': "import 'nodemailer'",
  'server/app.ts':
    "import './domains/clients/index.ts'\nimport './domains/desk/index.ts'\nexport const app = 1",
  'server/main.ts': "import { app } from './app.ts'\nexport const main = app",
  'server/domains/desk/desk.test.ts': "import 'tool'\nimport '../../app.ts'",
  'cli/main.ts':
    "import { app } from '../server/app.ts'\nimport '../server/domains/desk/index.ts'\nimport '../tlog/index.ts'\nexport const cli = app",
  'cli/start.ts': "import { main } from '../server/main.ts'\nexport const start = main",
  'web/main.tsx':
    "import '../tlog/index.ts'\nimport type { Api } from './api.gen.ts'\nexport const web: Api = 1",
  'web/api.gen.ts': 'export type Api = number',
}

test('a project as it is meant to be breaks no rule', async () => {
  expect(await cruise('sound', sound)).toEqual([])
})

test('each rule catches what it is for, type-only imports included', async () => {
  const planted = {
    ...sound,
    'tlog/bad-package.ts': "import type { X } from 'declared'\nexport type Y = X",
    'tlog/bad-reach.ts': "import '../phi/index.ts'",
    'phi/bad-package.ts': "import 'declared'",
    'phi/bad-reach.ts': "import type { db } from '../server/platform/db/index.ts'\nexport type Y = typeof db",
    'server/platform/db/bad-domain.ts':
      "import type { Client } from '../../domains/clients/index.ts'\nexport type Y = Client",
    'server/domains/desk/bad-inner.ts':
      "import type { Inner } from '../clients/inner.ts'\nexport type Y = Inner",
    'server/domains/desk/bad-above.ts': "import '../../app.ts'",
    'server/domains/desk/bad-mail.ts': "import 'nodemailer'",
    'server/domains/desk/bad-package.ts': "import 'undeclared'",
    'server/domains/desk/bad-tool.ts': "import 'tool'",
    'server/domains/desk/bad-name.ts': "import './not-there.ts'",
    'server/domains/desk/bad-test.ts': "import './desk.test.ts'",
    'server/bad-root.ts': "import type { Inner } from './domains/clients/inner.ts'\nexport type Y = Inner",
    'cli/bad-main.ts': "import { main } from '../server/main.ts'\nexport const x = main",
    'cli/bad-inner.ts': "import '../server/domains/clients/inner.ts'",
    'cli/audit-verify.ts': "import '../tlog/index.ts'\nimport '../server/platform/db/index.ts'",
    'web/bad-type.ts':
      "import type { Client } from '../server/domains/clients/index.ts'\nexport type Y = Client",
    'web/cycle-a.ts': "import './cycle-b.ts'",
    'web/cycle-b.ts': "import './cycle-a.ts'",
  }
  expect(await cruise('planted', planted)).toEqual(
    [
      'tlog-needs-nothing: tlog/bad-package.ts -> node_modules/declared/index.js',
      'tlog-and-phi-stand-alone: tlog/bad-reach.ts -> phi/index.ts',
      'tlog-needs-nothing: tlog/bad-reach.ts -> phi/index.ts',
      'tlog-and-phi-stand-alone: phi/bad-reach.ts -> server/platform/db/index.ts',
      'phi-needs-nothing: phi/bad-package.ts -> node_modules/declared/index.js',
      'phi-needs-nothing: phi/bad-reach.ts -> server/platform/db/index.ts',
      'platform-knows-no-domain: server/platform/db/bad-domain.ts -> server/domains/clients/index.ts',
      'domains-meet-at-their-index: server/domains/desk/bad-inner.ts -> server/domains/clients/inner.ts',
      'domains-know-nothing-above-them: server/domains/desk/bad-above.ts -> server/app.ts',
      'mail-leaves-at-one-place: server/domains/desk/bad-mail.ts -> node_modules/nodemailer/index.js',
      'declared-packages-only: server/domains/desk/bad-package.ts -> node_modules/undeclared/index.js',
      'no-development-packages-in-the-server: server/domains/desk/bad-tool.ts -> node_modules/tool/index.js',
      'resolvable: server/domains/desk/bad-name.ts -> ./not-there.ts',
      'no-tests-in-production: server/domains/desk/bad-test.ts -> server/domains/desk/desk.test.ts',
      'only-the-composition-root-joins-parts: server/bad-root.ts -> server/domains/clients/inner.ts',
      'nothing-imports-main: cli/bad-main.ts -> server/main.ts',
      'cli-stays-outside-the-domains: cli/bad-inner.ts -> server/domains/clients/inner.ts',
      'auditors-need-tlog-alone: cli/audit-verify.ts -> server/platform/db/index.ts',
      'web-knows-the-api-alone: web/bad-type.ts -> server/domains/clients/index.ts',
      'no-cycles: web/cycle-a.ts -> web/cycle-b.ts',
    ].sort(),
  )
})
