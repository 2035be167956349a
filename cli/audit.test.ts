import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestLog, testLog } from '../server/platform/audit/fixtures/log.ts'
import { runCommand } from './testing.ts'

let log: TestLog
let folder: string
beforeAll(async () => {
  log = await testLog()
  folder = await mkdtemp(join(tmpdir(), 'wellkeep-cli-'))
  await log.grow(300)
})
afterAll(async () => {
  await log.drop()
  await rm(folder, { recursive: true, force: true })
})

/** On the machine of the server. */
const operator = (...args: string[]) =>
  runCommand('audit.ts', 'auditCommand', args, {
    DATABASE_URL: log.ownerUrl,
    WELLKEEP_KEYS: log.keysDir,
    WELLKEEP_DATA: folder,
  })
/** On any other machine: no database, no keys. */
const auditor = (...args: string[]) => runCommand('audit-verify.ts', 'verifyCommand', args, {})
const file = (name: string) => join(folder, name)

describe('the operator', () => {
  test('prints the key', async () => {
    expect(await operator('key')).toMatchObject({ code: 0, out: `${log.verifierKey}\n` })
    expect(JSON.parse((await operator('key', '--json')).out)).toEqual({
      origin: `wellkeep/${log.orgId}`,
      verifierKey: log.verifierKey,
    })
  })

  test('exports a log that the auditor verifies with the key alone, the export itself in it', async () => {
    const ran = await operator('export', '--out', file('a.ndjson'), '--json')
    expect(ran.code).toBe(0)
    const said = JSON.parse(ran.out)
    expect(said).toMatchObject({
      file: file('a.ndjson'),
      size: 301,
      events: 301,
      verifierKey: log.verifierKey,
    })
    const { size, mode } = await stat(file('a.ndjson'))
    expect([size, mode & 0o777]).toEqual([said.bytes, 0o600])
    const text = await readFile(file('a.ndjson'), 'utf8')
    expect(text).toContain('"action":"audit.export","actor":{"kind":"operator"')
    expect(await auditor(file('a.ndjson'), '--key', log.verifierKey)).toMatchObject({ code: 0, err: '' })
    const piped = await operator('export', '--out', '-')
    expect(piped.out.startsWith('{"format":"wellkeep-audit-export"')).toBe(true)
    expect(
      await runCommand(
        'audit-verify.ts',
        'verifyCommand',
        ['-', '--key', log.verifierKey],
        {},
        Buffer.from(piped.out),
      ),
    ).toMatchObject({ code: 0 })
  })

  test('is told of a folder that is not there, and no half export is left', async () => {
    const ran = await operator('export', '--out', join(folder, 'nowhere', 'a.ndjson'))
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('nowhere')
    expect((await readdir(folder)).filter((f) => f.includes('partial'))).toEqual([])
  })

  test('is told of wrong usage by exit code 2', async () => {
    expect((await operator('export')).code).toBe(2)
    expect((await operator('nonsense')).code).toBe(2)
    expect((await operator('export', '--help')).code).toBe(0)
  })

  test('names the organization where there are several', async () => {
    const one = await log.another()
    await one.grow(2)
    expect((await operator('key')).err).toContain('--org')
    expect((await operator('key', '--org', one.orgId)).out).toBe(`${one.verifierKey}\n`)
    const ran = await operator('export', '--org', one.orgId, '--out', file('b.ndjson'))
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toContain(one.verifierKey)
    expect((await auditor(file('b.ndjson'), '--key', log.verifierKey)).code).toBe(1)
  })
})

describe('the auditor', () => {
  test('reads which event is bad, in words and as data, with exit code 1', async () => {
    const lines = (await readFile(file('a.ndjson'), 'utf8')).split('\n')
    const at = lines.findIndex((l) => l.includes('"event"')) + 42
    lines[at] = lines[at]!.replace('client.read', 'client.list')
    await writeFile(file('bad.ndjson'), lines.join('\n'))
    await writeFile(file('key'), `${log.verifierKey}\n`)
    const words = await auditor(file('bad.ndjson'), '--key-file', file('key'))
    expect(words.code).toBe(1)
    expect(words.out).toMatch(/^FAILED[\s\S]*first bad +42 \(altered\)/)
    const data = await auditor(file('bad.ndjson'), '--key-file', file('key'), '--json')
    expect(data.code).toBe(1)
    expect(JSON.parse(data.out)).toMatchObject({ ok: false, firstBadLeaf: { index: 42, code: 'altered' } })
  })

  test('is told by exit code 2 when nothing could be verified', async () => {
    for (const args of [
      [file('a.ndjson')],
      [file('a.ndjson'), '--key', 'nonsense'],
      [file('a.ndjson'), '--key-file', file('nowhere')],
      [file('nowhere'), '--key', log.verifierKey],
      [file('a.ndjson'), '--key', log.verifierKey, '--trusted', file('key')],
      ['--key', log.verifierKey],
      [file('a.ndjson'), '--nonsense'],
    ]) {
      const ran = await auditor(...args)
      expect(ran.code, args.join(' ')).toBe(2)
      expect(ran.err, args.join(' ')).not.toBe('')
      expect(ran.err, args.join(' ')).not.toContain('    at ')
    }
  })

  test('holds an export against a checkpoint that was kept', async () => {
    const kept = (await log.state.read(log.orgId))!
    await writeFile(file('checkpoint'), kept)
    expect(
      (await auditor(file('a.ndjson'), '--key', log.verifierKey, '--trusted', file('checkpoint'))).code,
    ).toBe(1)
    await operator('export', '--org', log.orgId, '--out', file('c.ndjson'))
    expect(
      (await auditor(file('c.ndjson'), '--key', log.verifierKey, '--trusted', file('checkpoint'))).code,
    ).toBe(0)
  })
})

test('a log that was cut back in the database, checkpoints and all, is exported as what it is', async () => {
  const one = await log.another()
  await one.grow(10)
  await one.grow(10)
  for (const sql of [
    'delete from audit_events where org_id = $1 and id in (select event_id from audit_leaves where org_id = $1 and leaf_index >= 10)',
    'delete from audit_leaves where org_id = $1 and leaf_index >= 10',
    'delete from audit_checkpoints where org_id = $1 and size > 10',
    'update audit_tiles set width = 10, hashes = substr(hashes, 1, 320) where org_id = $1',
  ])
    await log.tamper(sql, [one.orgId])
  const ran = await operator('export', '--org', one.orgId, '--out', file('d.ndjson'))
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('rolled back')
  const verified = await auditor(file('d.ndjson'), '--key', one.verifierKey, '--json')
  expect(verified.code).toBe(1)
  expect(JSON.parse(verified.out).firstBadLeaf).toMatchObject({ index: 10, code: 'missing' })
})

describe('after a restore from an older backup', () => {
  /** What a restore of the backup made at ten events leaves. */
  async function restored() {
    const one = await log.another()
    await one.grow(10)
    await one.grow(15)
    const lost = (await log.state.read(one.orgId))!
    for (const sql of [
      'delete from audit_events where org_id = $1 and id in (select event_id from audit_leaves where org_id = $1 and leaf_index >= 10)',
      'delete from audit_leaves where org_id = $1 and leaf_index >= 10',
      'delete from audit_checkpoints where org_id = $1 and size > 10',
      'update audit_tiles set width = 10, hashes = substr(hashes, 1, 320) where org_id = $1',
    ])
      await log.tamper(sql, [one.orgId])
    return { one, lost }
  }
  const accept = (org: string, ...more: string[]) => operator('accept-restore', '--org', org, ...more)
  const REASON = 'the disk failed, this is the backup of the night before'

  test('an operator says so: the log goes on, verifies, and tells of it; an auditor sees the cut', async () => {
    const { one, lost } = await restored()
    await one.append([one.event()])
    await expect(log.sequencer().sequence(one.orgId)).rejects.toThrow('rolled back')
    expect((await accept(one.orgId)).code).toBe(2)
    expect((await accept(one.orgId, '--reason', 'short')).code).toBe(2)
    expect((await operator('accept-restore', '--reason', REASON)).code).toBe(2)
    await expect(log.sequencer().sequence(one.orgId)).rejects.toThrow('rolled back')

    const ran = await accept(one.orgId, '--reason', REASON, '--json')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(ran.out)).toEqual({ lostSize: 25, restoredSize: 10 })
    await one.grow(3)
    expect(await one.verify()).toMatchObject({ ok: true, size: 15 })

    const [event] = await log.tamper<{ leaf: string }>(
      "select leaf from audit_events where org_id = $1 and action = 'log.restore-accepted'",
      [one.orgId],
    )
    const told = JSON.parse(event!.leaf).event
    expect(told).toMatchObject({
      actor: { kind: 'operator' },
      facts: { lostSize: 25, restoredSize: 10 },
    })
    const root = Buffer.from(lost.split('\n')[2]!, 'base64').toString('hex')
    expect(told.facts.lostRoot).toBe(root)
    expect(told.facts.restoredRoot).toMatch(/^[0-9a-f]{64}$/)
    expect(told.facts.restoredRoot).not.toBe(root)
    expect(event!.leaf).not.toContain('disk failed')

    const evidence = (await readdir(join(log.keysDir, 'log-state'))).filter((f) =>
      f.startsWith(`${one.orgId}.lost-25-`),
    )
    expect(evidence).toHaveLength(1)
    expect(await readFile(join(log.keysDir, 'log-state', evidence[0]!), 'utf8')).toBe(lost)
    await operator('export', '--org', one.orgId, '--out', file('restored.ndjson'))
    await writeFile(file('lost'), lost)
    expect((await auditor(file('restored.ndjson'), '--key', one.verifierKey)).code).toBe(0)
    expect(
      (await auditor(file('restored.ndjson'), '--key', one.verifierKey, '--trusted', file('lost'))).code,
    ).toBe(1)
    // Once: a second time there is nothing to accept.
    expect(await accept(one.orgId, '--reason', REASON)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no restore to accept'),
    })
  })

  test('a database from before the first checkpoint is accepted too', async () => {
    const one = await log.another()
    await one.grow(5)
    for (const table of ['audit_events', 'audit_leaves', 'audit_checkpoints', 'audit_tiles'])
      await log.tamper(`delete from ${table} where org_id = $1`, [one.orgId])
    expect((await accept(one.orgId, '--reason', REASON)).code).toBe(0)
    await one.grow(2)
    expect(await one.verify()).toMatchObject({ ok: true, size: 3 })
  })

  test('what was edited or is whole is not accepted as one', async () => {
    const whole = await log.another()
    await whole.grow(4)
    expect((await accept(whole.orgId, '--reason', REASON)).code).toBe(1)

    const { one, lost } = await restored()
    await log.tamper('update audit_tiles set hashes = overlay(hashes placing $2 from 1) where org_id = $1', [
      one.orgId,
      Buffer.alloc(32, 7),
    ])
    const refused = await accept(one.orgId, '--reason', REASON)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('can’t be accepted')
    expect(await log.state.read(one.orgId)).toBe(lost)
    expect(
      await log.tamper("select from audit_events where org_id = $1 and action = 'log.restore-accepted'", [
        one.orgId,
      ]),
    ).toEqual([])
    expect((await accept('00000000-0000-7000-8000-000000000000', '--reason', REASON)).code).toBe(1)
  })
})
