import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { event, ORIGIN, TestLog } from './testing/log.ts'

// An auditor gets this folder, an export and a public key, and has Node: nothing else may be needed.

let folder: string
let log: TestLog

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tlog-auditor-'))
  await cp(fileURLToPath(new URL('.', import.meta.url)), join(folder, 'tlog'), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts'),
  })
  await writeFile(join(folder, 'tlog', 'package.json'), '{"type":"module"}')
  log = await TestLog.of(10, 300)
  await writeFile(join(folder, 'good'), await log.exportText())
  await writeFile(join(folder, 'key'), `${log.key.verifierKey}\n`)
  await writeFile(join(folder, 'kept'), log.checkpoints[0]!)
  log.events[42] = event(1)
  await writeFile(join(folder, 'bad'), await log.exportText())
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tlog/main.ts', ...args], { cwd: folder, env: {} }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

describe('the verifier alone', () => {
  it('says that a log is verified', async () => {
    const { code, out, err } = await run('good', 'key', '--trusted', 'kept', '--origin', ORIGIN)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^VERIFIED/)
  })

  it('names the first bad leaf', async () => {
    const { code, out } = await run('bad', log.key.verifierKey, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).firstBadLeaf).toMatchObject({ index: 42, code: 'altered' })
  })

  it.each([
    [[], 'Verifies an audit export'],
    [['good'], 'Verifies an audit export'],
    [['good', 'key', '--nonsense'], 'nonsense'],
    [['absent', 'key'], 'ENOENT'],
    [['good', 'a+b'], 'not a key'],
  ])('explains why it can not verify with %j', async (args, text) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(text)
  })
})
