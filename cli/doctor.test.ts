import { chmod, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestLog, testLog } from '../server/platform/audit/fixtures/log.ts'
import { issueAuthority, issueServer } from '../server/platform/http/tls/issue.ts'
import { FileKeyring } from '../server/platform/keys/file-keyring.ts'
import { diskIsRoomy } from './doctor-checks.ts'
import { runCommand } from './testing.ts'

// Each command is a process of its own, and a passphrase is slow to try on purpose.
vi.setConfig({ testTimeout: 180_000 })

const DAY = 86_400_000
let log: TestLog
let folder: string
beforeAll(async () => {
  log = await testLog()
  folder = await mkdtemp(join(tmpdir(), 'wellkeep-doctor-'))
  await log.grow(3)
})
afterAll(async () => {
  await log.drop()
  await rm(folder, { recursive: true, force: true })
})

interface Check {
  name: string
  ok: boolean
  says: string
  mend?: string
}

async function doctor(env: Record<string, string> = {}) {
  const ran = await runCommand('doctor.ts', 'doctorCommand', ['--json'], {
    DATABASE_URL: log.ownerUrl,
    WELLKEEP_KEYS: log.keysDir,
    WELLKEEP_DATA: folder,
    ...env,
  })
  const checks = JSON.parse(ran.out) as Check[]
  return { code: ran.code, checks, of: (name: string) => checks.find((c) => c.name === name) }
}

/** It is the one thing that is wrong, said with what to do about it, and the exit code says so. */
async function finds(name: string, says: RegExp, env: Record<string, string> = {}, others: string[] = []) {
  const { code, checks, of } = await doctor(env)
  expect(of(name)).toMatchObject({
    ok: false,
    says: expect.stringMatching(says),
    mend: expect.stringMatching(/\w{4}/),
  })
  expect(checks.filter((c) => !c.ok && c.name !== name && !others.includes(c.name))).toEqual([])
  expect(code).toBe(1)
}

describe('the doctor', () => {
  test('finds nothing where nothing is wrong', async () => {
    const { code, checks } = await doctor()
    expect(checks.filter((c) => !c.ok)).toEqual([])
    expect(checks.map((c) => c.name)).toEqual([
      'disk',
      'keyring file',
      'certificate',
      'database',
      'migrations',
      'roles',
      'keys',
      'files',
      'reader',
      'log',
    ])
    expect(code).toBe(0)
  })
  test('finds a keyring that others can read', async () => {
    const path = join(log.keysDir, 'keyring.json')
    await chmod(path, 0o644)
    // The platform refuses it too, so the checks behind the database can't be made.
    await finds('keyring file', /can be read by others/, {}, ['database'])
    await chmod(path, 0o600)
  })
  test('finds that the keyring is missing, and names the key that the data needs', async () => {
    const path = join(log.keysDir, 'keyring.json')
    const [root] = await log.tamper<{ root_key_id: string }>('select distinct root_key_id from org_keys')
    await rename(path, `${path}.away`)
    await finds('keyring file', /there is no keyring/, {}, ['database'])
    expect((await doctor()).of('database')!.says).toContain(root!.root_key_id)
    await rename(`${path}.away`, path)
  })
  test('finds that the keyring is another’s', async () => {
    const foreign = join(folder, 'foreign')
    await FileKeyring.open(foreign, { create: true })
    await finds('keys', /needs root key/, { WELLKEEP_KEYS: foreign })
  })
  test('finds a passphrase that is missing or wrong', async () => {
    const sealed = join(folder, 'sealed')
    await cp(log.keysDir, sealed, { recursive: true })
    await chmod(sealed, 0o700)
    await (await FileKeyring.open(sealed, { create: false })).changePassphrase('lantern of the harbour')
    await finds('database', /sealed by a passphrase/, { WELLKEEP_KEYS: sealed })
    await finds('database', /does not open/, {
      WELLKEEP_KEYS: sealed,
      WELLKEEP_KEYS_PASSPHRASE: 'another one than that',
    })
  })
  test('finds a full disk before it is full', async () => {
    const free = (bytes: number) => async () => ({ bavail: bytes / 4096, bsize: 4096 })
    await expect(diskIsRoomy('/data', free(2 ** 29))).rejects.toThrow('only 0.50 GiB are free for /data')
    expect(await diskIsRoomy('/data', free(5 * 2 ** 30))).toBe('5 GiB free')
    await expect(diskIsRoomy(join(folder, 'nowhere'))).rejects.toThrow('ENOENT')
  })
  test('finds a database that can’t be reached', async () => {
    const url = new URL(log.ownerUrl)
    url.port = '1'
    await finds('database', /ECONNREFUSED|ENOENT/, { DATABASE_URL: url.toString() })
  })
  test('finds a certificate that has ended, or ends within days, or is of another key', async () => {
    const authority = await issueAuthority(['localhost'], Date.now() - 800 * DAY)
    const pair = async (age: number, name: string) => {
      const made = await issueServer(['localhost'], authority, Date.now() - age * DAY)
      await writeFile(join(folder, `${name}.crt`), made.cert)
      await writeFile(join(folder, `${name}.key`), made.key, { mode: 0o600 })
      return { WELLKEEP_TLS_CERT: join(folder, `${name}.crt`), WELLKEEP_TLS_KEY: join(folder, `${name}.key`) }
    }
    const ended = await pair(400, 'ended')
    await finds('certificate', /ended|expired/i, ended)
    await finds('certificate', /ends in 3 days/, await pair(393, 'ending'))
    const good = await pair(1, 'good')
    expect((await doctor(good)).code).toBe(0)
    await finds('certificate', /key/i, { ...good, WELLKEEP_TLS_KEY: ended.WELLKEEP_TLS_KEY })
  })
  test('finds a database that a newer version has served', async () => {
    await log.tamper(
      "insert into schema_migrations (number, name, hash) values (9999, '9999_of_tomorrow', 'x')",
    )
    await finds('migrations', /newer version: 9999_of_tomorrow/)
    await log.tamper('delete from schema_migrations where number = 9999')
  })
  test('finds a migration that is not the one that was applied', async () => {
    const [before] = await log.tamper<{ hash: string }>('select hash from schema_migrations where number = 1')
    await log.tamper("update schema_migrations set hash = 'x' where number = 1")
    await finds('database', /edited after it had landed/)
    await log.tamper('update schema_migrations set hash = $1 where number = 1', [before!.hash])
  })
  test('finds an application that owns a table', async () => {
    await log.tamper('create table owned_by_app ()')
    await log.tamper('grant create on schema public to wellkeep_app')
    await log.tamper('alter table owned_by_app owner to wellkeep_app')
    await finds('roles', /owns tables/)
    await log.tamper('drop table owned_by_app')
    await log.tamper('revoke create on schema public from wellkeep_app')
  })
  test('finds events that nobody puts into the tree', async () => {
    const one = await log.another()
    const event = one.event()
    await one.append([event])
    expect((await doctor()).code).toBe(0)
    await log.tamper("update audit_events set at = now() - interval '2 minutes' where id = $1", [event.id])
    await finds('log', /1 events? waits?/)
    await log.tamper('delete from audit_events where id = $1', [event.id])
    await log.tamper('delete from audit_pending where event_id = $1', [event.id])
  })
  test('finds settings that nothing reads', async () => {
    await finds('configuration', /WELLKEEP_PROT/, { WELLKEEP_PROT: '1' })
  })
  test('says the same in words', async () => {
    const ran = await runCommand('doctor.ts', 'doctorCommand', [], {
      DATABASE_URL: log.ownerUrl,
      WELLKEEP_KEYS: log.keysDir,
      WELLKEEP_DATA: folder,
      WELLKEEP_PROT: '1',
    })
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/^MEND configuration .*WELLKEEP_PROT/m)
    expect(ran.out).toMatch(/^ok {3}database/m)
  })
})
