import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestLog, testLog } from '../server/platform/audit/fixtures/log.ts'
import { FileKeyring, WrongPassphrase } from '../server/platform/keys/file-keyring.ts'
import { runCommand } from './testing.ts'

// Each command is a process of its own, and a passphrase is slow to try on purpose.
vi.setConfig({ testTimeout: 180_000 })

const ONE = 'first lantern of the harbour'
const TWO = 'second kettle on the hill'
let log: TestLog
let folder: string
beforeAll(async () => {
  log = await testLog()
  folder = await mkdtemp(join(tmpdir(), 'wellkeep-cli-'))
  await writeFile(join(folder, 'one'), `${ONE}\n`)
  await writeFile(join(folder, 'two'), `${TWO}\n`)
  await writeFile(join(folder, 'short'), 'short\n')
})
afterAll(async () => {
  await log.drop()
  await rm(folder, { recursive: true, force: true })
})

const passphrase = (present: string | undefined, ...args: string[]) =>
  runCommand('keys.ts', 'keysCommand', ['passphrase', ...args], {
    DATABASE_URL: log.ownerUrl,
    WELLKEEP_KEYS: log.keysDir,
    WELLKEEP_DATA: folder,
    ...(present && { WELLKEEP_KEYS_PASSPHRASE: present }),
  })
const file = (name: string) => join(folder, name)
const opens = (present?: string) =>
  FileKeyring.open(log.keysDir, { passphrase: present, create: false }).then(
    (ring) => ring.list(),
    (error: Error) => error,
  )
const material = async () =>
  JSON.parse(await readFile(join(log.keysDir, 'keyring.json'), 'utf8')).keys.map(
    (k: { material: string }) => k.material,
  )
const events = async () =>
  (
    await log.tamper<{ leaf: string }>(
      "select leaf from audit_events where org_id = $1 and action = 'keys.passphrase' order by id",
      [log.orgId],
    )
  ).map((r) => JSON.parse(r.leaf).event)

describe('the passphrase of the keyring', () => {
  test('is set, changed and removed, each with an operator’s event in every log; the keys stay', async () => {
    const other = await log.another()
    const plain = await material()
    const running = await FileKeyring.open(log.keysDir, { create: false })
    const wrapped = await running.wrap(Buffer.from('a key'), 'label')

    expect(await passphrase(undefined, '--new-file', file('one'), '--json')).toMatchObject({
      code: 0,
      out: '{"change":"set"}\n',
    })
    expect((await stat(join(log.keysDir, 'keyring.json'))).mode & 0o777).toBe(0o600)
    for (const secret of plain) expect(await material()).not.toContain(secret)
    expect(await opens()).toBeInstanceOf(WrongPassphrase)
    expect(await opens(ONE)).toEqual(await running.list())
    // A server that runs goes on.
    expect((await running.unwrap(wrapped.rootKeyId, wrapped.wrapped, 'label')).toString()).toBe('a key')
    expect((await running.wrap(Buffer.from('another'), 'label')).rootKeyId).toBe(wrapped.rootKeyId)
    await expect(running.rotate()).rejects.toThrow(WrongPassphrase)

    expect((await passphrase(ONE, '--new-file', file('two'))).out).toContain('changed')
    expect(await opens(ONE)).toBeInstanceOf(WrongPassphrase)
    expect(await opens(TWO)).toHaveLength(1)

    expect((await passphrase(TWO, '--remove')).out).toContain('removed')
    expect(await material()).toEqual(plain)
    expect((await events()).map((e) => [e.actor.kind, e.facts.change])).toEqual([
      ['operator', 'set'],
      ['operator', 'changed'],
      ['operator', 'removed'],
    ])
    const [{ n }] = (await log.tamper<{ n: number }>(
      "select count(*)::int as n from audit_events where org_id = $1 and action = 'keys.passphrase'",
      [other.orgId],
    )) as [{ n: number }]
    expect(n).toBe(3)
  })

  test('is refused with a wrong present one, a short new one and none at all; nothing changes', async () => {
    await passphrase(undefined, '--new-file', file('one'))
    const before = await readFile(join(log.keysDir, 'keyring.json'))
    const told = (await events()).length
    const wrong = await passphrase('not the one that it is', '--new-file', file('two'))
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('does not open') })
    expect((await passphrase(undefined, '--remove')).code).toBe(1)
    expect((await passphrase(ONE, '--new-file', file('short'))).err).toContain('at least 12 characters')
    expect((await passphrase(ONE)).code).toBe(2)
    expect((await passphrase(ONE, '--remove', '--new-file', file('two'))).code).toBe(2)
    expect(await readFile(join(log.keysDir, 'keyring.json'))).toEqual(before)
    expect(await events()).toHaveLength(told)
    await passphrase(ONE, '--remove')
    expect((await passphrase(undefined, '--remove')).err).toContain('has no passphrase')
  })

  test('does not change when the event can’t be recorded', async () => {
    const before = await readFile(join(log.keysDir, 'keyring.json'))
    await log.tamper('revoke execute on function wk_audit_append from wellkeep_worker')
    try {
      expect((await passphrase(undefined, '--new-file', file('one'))).code).toBe(1)
    } finally {
      await log.tamper('grant execute on function wk_audit_append to wellkeep_worker')
    }
    expect(await readFile(join(log.keysDir, 'keyring.json'))).toEqual(before)
  })

  test('survives kill -9 at any moment: the file opens by the old or by the new, and no half file stays', async () => {
    const keys = await mkdtemp(join(folder, 'killed-'))
    await chmod(keys, 0o700)
    await FileKeyring.open(keys, { create: true, passphrase: ONE })
    const module = join(import.meta.dirname, '../server/platform/keys/file-keyring.ts')
    const code = `const { FileKeyring } = await import(${JSON.stringify(module)})
      let [now, next] = ${JSON.stringify([ONE, TWO])}
      const open = (p) => FileKeyring.open(${JSON.stringify(keys)}, { create: false, passphrase: p })
      const ring = await open(now).catch(() => ([now, next] = [next, now], open(now)))
      console.log('ready')
      for (;;) { await ring.changePassphrase(next); [now, next] = [next, now] }`
    const id = async () => {
      for (const p of [ONE, TWO]) {
        const ring = await FileKeyring.open(keys, { create: false, passphrase: p }).catch(() => undefined)
        if (ring) return (await ring.list())[0]!.id
      }
      return undefined
    }
    const before = await id()
    for (let i = 0; i < 5; i++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await new Promise((resolve) => child.stdout.once('data', resolve))
      await new Promise((resolve) => setTimeout(resolve, 150 + i * 97))
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      expect(await id()).toBe(before)
    }
    await writeFile(join(keys, 'keyring.json.0123456789ab.tmp'), 'half a keyring')
    await FileKeyring.open(keys, { create: false, passphrase: ONE })
      .catch(() => FileKeyring.open(keys, { create: false, passphrase: TWO }))
      .then((ring) => ring.changePassphrase(undefined))
    expect((await readdir(keys)).filter((f) => f.endsWith('.tmp'))).toEqual([])
  })
})
