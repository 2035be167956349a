import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import type { Person } from '../../testing/world.ts'
import { deviceJobs } from './index.ts'
import { sweepDeviceBlobs, sweepDevices } from './sweep.ts'
import { type Computer, computer, resticHere } from './testing/restic.ts'

// What Wellkeep itself does with copies: lets old ones go, tries restores, looks into them, notices silence, destroys.

const rule = { keepDays: 7, daily: 0, weekly: 0, monthly: 0, yearly: 0 }
let s: TestServer
let admin: Person
let officer: Person
let folder: string
const computers: Computer[] = []

beforeAll(async () => {
  s = await startTestServer()
  s.services.publicUrl = (await s.listen()).url
  admin = await s.world.person('administrator')
  officer = await s.world.person('privacy-officer')
  folder = await mkdtemp(join(tmpdir(), 'wellkeep-care-'))
  await mkdir(join(folder, 'scans'))
  await writeFile(join(folder, 'Wanda Quellenbrunn.txt'), 'Dear Wanda')
  await writeFile(join(folder, 'scans', 'one.bin'), randomBytes(3_000_000))
})
afterAll(async () => {
  await s.stop()
  await rm(folder, { recursive: true, force: true })
  for (const c of computers) await rm(c.dir, { recursive: true, force: true })
})

let n = 0
async function device(body: object = {}) {
  const made = (await s.call(admin.token, 'POST', '/devices', { name: `Care ${++n}`, ...body })).body
  const c = await computer(made.access, made.managed ? undefined : 'a password of their own')
  computers.push(c)
  expect((await c.restic(['init'])).code).toBe(0)
  return { id: made.id as string, c }
}
/** One kind of job, as what else is due takes its time. */
const only = (name: string) => [{ tasks: { [name]: deviceJobs(s.services).tasks[name]! } }]
const history = async (id: string) => (await s.call(admin.token, 'GET', `/devices/${id}/history`)).body
const aged = (id: string, days: number) =>
  s.owner.query(
    `update device_objects set created_at = created_at - make_interval(days => $2) where device_id = $1 and kind = 'snapshots'`,
    [id, days],
  )
const events = async (action: string, id: string) =>
  (
    await s.owner.query('select leaf, outcome from audit_events where action = $1 and object_id = $2', [
      action,
      id,
    ])
  ).rows

describe.skipIf(!resticHere())('of a managed device', () => {
  it('old copies go by the rule, by this server’s clock; space comes back; what is left is whole', async () => {
    const { id, c } = await device({ retention: rule })
    await c.restic(['backup', folder])
    const only = join(folder, 'gone.bin')
    await writeFile(only, randomBytes(20 * 1024 ** 2))
    await c.restic(['backup', folder])
    await rm(only)
    await aged(id, 30)
    // A device that lies about the time of its copy: it counts by when it came in.
    await c.restic(['backup', folder, '--time', '2001-01-01 00:00:00'])
    const before = (await s.call(admin.token, 'GET', `/devices/${id}`)).body.usedBytes
    expect((await s.call(admin.token, 'POST', `/devices/${id}/retention`, {})).status).toBe(202)
    await runJobs(s)
    const told = await history(id)
    expect(told.runs[0]).toMatchObject({ kind: 'retention', state: 'done', facts: { let_go: 2, kept: 1 } })
    expect(told.copyCount).toBe(1)
    expect((await s.call(admin.token, 'GET', `/devices/${id}`)).body.usedBytes).toBeLessThan(
      before - 15 * 1024 ** 2,
    )
    const check = await c.restic(['check', '--read-data'])
    expect(check.code, check.err).toBe(0)
    expect(await events('device.retention', id)).toHaveLength(1)

    // What was let go is held for a week, and can be had back until then.
    expect(told.heldFiles).toBeGreaterThan(0)
    expect((await s.call(admin.token, 'POST', `/devices/${id}/give-back`, {})).body.files).toBe(
      told.heldFiles,
    )
    expect((await history(id)).copyCount).toBe(3)
    const again = await c.restic(['check', '--read-data'])
    expect(again.code, again.err).toBe(0)
  })

  it('nothing goes when restic fails, and the record says so', async () => {
    const { id, c } = await device({ retention: rule })
    await c.restic(['backup', folder])
    await c.restic(['backup', folder])
    await aged(id, 30)
    await c.restic(['backup', folder])
    // A pack that is lost: what is let go must not take along what then can't be checked.
    const { rows } = await s.owner.query(
      "select blob_id from device_objects where device_id = $1 and kind = 'data' order by created_at limit 1",
      [id],
    )
    await s.services.blobs.devices.remove(s.world.orgId, rows[0].blob_id)
    await s.owner.query('delete from device_objects where blob_id = $1', [rows[0].blob_id])
    await s.call(admin.token, 'POST', `/devices/${id}/retention`, {})
    await runJobs(s)
    const told = await history(id)
    expect(told.runs[0]).toMatchObject({ state: 'failed' })
    expect(told.copyCount).toBe(3)
    expect(told.heldFiles).toBe(0)
    expect(JSON.stringify(await events('device.retention', id))).not.toContain('Quellenbrunn')
  })

  it('a file at random is restored on trial', async () => {
    const { id, c } = await device()
    await c.restic(['backup', folder])
    await s.call(admin.token, 'POST', `/devices/${id}/drill`, {})
    await runJobs(s)
    const [run] = (await history(id)).runs
    expect(run).toMatchObject({ kind: 'drill', state: 'done', facts: { matched: true } })
    expect([10, 3_000_000]).toContain(run.facts.bytes)
  })

  it('whoever may restore looks into copies and fetches a file; names go nowhere else', async () => {
    const { id, c } = await device()
    await c.restic(['backup', folder])
    const { copies } = (await s.call(officer.token, 'POST', `/devices/${id}/look`, {})).body
    expect(copies[0].paths).toEqual([folder])
    const copy = copies[0].id
    const { entries } = (await s.call(officer.token, 'POST', `/devices/${id}/look`, { copy, path: folder }))
      .body
    expect(entries.map((e: { name: string; type: string }) => [e.name, e.type])).toEqual([
      ['scans', 'dir'],
      ['Wanda Quellenbrunn.txt', 'file'],
    ])
    const path = `${folder}/Wanda Quellenbrunn.txt`
    const fetched = await s.call(officer.token, 'POST', `/devices/${id}/fetch`, { copy, path })
    expect(fetched.status).toBe(200)
    expect(fetched.body).toBe('Dear Wanda')
    for (const wrong of [
      { copy, path: '/no/such' },
      { copy: '0'.repeat(64), path },
      { copy, path: '--help' },
    ]) {
      const answer = await s.call(officer.token, 'POST', `/devices/${id}/fetch`, wrong)
      expect([404, 422]).toContain(answer.status)
      expect(JSON.stringify(answer.body)).not.toContain('Quellenbrunn')
    }
    for (const what of ['look', 'fetch'])
      expect((await s.call(admin.token, 'POST', `/devices/${id}/${what}`, { copy, path })).status).toBe(403)
    const { rows } = await s.owner.query('select leaf from audit_events')
    expect(JSON.stringify(rows)).not.toContain('Quellenbrunn')
    expect(await events('device.look', id)).toHaveLength(2)
    expect(await events('device.fetch', id)).toHaveLength(1)
  })
})

describe.skipIf(!resticHere())('of a device whose password Wellkeep does not have', () => {
  it('nothing is opened, let go or promised', async () => {
    const { id, c } = await device({ managed: false })
    await c.restic(['backup', folder])
    for (const what of ['look', 'fetch']) {
      const body = what === 'look' ? {} : { copy: '0'.repeat(64), path: '/x' }
      const answer = await s.call(officer.token, 'POST', `/devices/${id}/${what}`, body)
      expect(answer.body.type).toContain('not-managed')
    }
    const { version } = (await s.call(admin.token, 'GET', `/devices/${id}`)).body
    const changed = await s.call(
      admin.token,
      'PATCH',
      `/devices/${id}`,
      { retention: rule },
      { 'if-match': `"${version}"` },
    )
    expect(changed.status).toBe(409)
    const access = await s.call(officer.token, 'POST', `/devices/${id}/restore-access`, { reason: 'a drill' })
    expect(access.body.password).toBeNull()
  })
})

it('tells once that a device fell silent, and takes it back when a copy comes', async () => {
  const { body } = await s.call(admin.token, 'POST', '/devices', { name: 'Silent', silentHours: 1 })
  const silent = async () => (await s.call(admin.token, 'GET', `/devices/${body.id}`)).body.silent
  await sweepDevices(s.services, s.world.orgId)
  expect(await silent()).toBe(false)
  await s.owner.query("update devices set created_at = now() - interval '2 hours' where id = $1", [body.id])
  await sweepDevices(s.services, s.world.orgId)
  await sweepDevices(s.services, s.world.orgId)
  expect(await silent()).toBe(true)
  expect(await events('device.silent', body.id)).toHaveLength(1)
  const { rows } = await s.owner.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'device.tell'",
  )
  expect(rows[0].n).toBe(1)
  // Mail is off: the job ends without a word.
  await runJobs(s, only('device.tell'))
})

it('ends sessions that nothing more comes of, with their sums', async () => {
  const { body } = await s.call(admin.token, 'POST', '/devices', { name: 'Ended' })
  const authorization = `Basic ${Buffer.from(`${body.access.user}:${body.access.secret}`).toString('base64')}`
  await s.call(null, 'GET', `/devices/${body.id}/repository/data/`, undefined, { authorization })
  await s.owner.query("update device_sessions set last_at = now() - interval '1 hour' where device_id = $1", [
    body.id,
  ])
  await sweepDevices(s.services, s.world.orgId)
  await sweepDevices(s.services, s.world.orgId)
  expect(await events('device.disconnect', body.id)).toHaveLength(1)
  expect((await history(body.id)).sessions[0].endedAt).not.toBeNull()
})

it('destroys the key of a revoked device, then every ciphertext of it', async () => {
  const { body } = await s.call(admin.token, 'POST', '/devices', { name: 'Destroyed' })
  const authorization = `Basic ${Buffer.from(`${body.access.user}:${body.access.secret}`).toString('base64')}`
  await s.call(null, 'POST', `/devices/${body.id}/repository/config`, Buffer.from('config'), {
    authorization,
    'content-type': 'application/octet-stream',
  })
  const { rows } = await s.owner.query('select blob_id from device_objects where device_id = $1', [body.id])
  const destroy = () => s.call(admin.token, 'POST', `/devices/${body.id}/destroy`, { reason: 'sold' })
  expect((await destroy()).status).toBe(409)
  await s.call(admin.token, 'POST', `/devices/${body.id}/revoke`, {})
  expect((await destroy()).body.state).toBe('destroyed')
  const { rows: keys } = await s.owner.query('select wrapped from deks where subject_id = $1', [body.id])
  expect(keys).toEqual([{ wrapped: null }])
  await runJobs(s, only('device.remove'))
  const left = await readdir(join(s.dataDir, 'blobs', 'devices', s.world.orgId))
  expect(left).not.toContain(rows[0].blob_id)
  expect(
    (await s.call(officer.token, 'POST', `/devices/${body.id}/restore-access`, { reason: 'late' })).status,
  ).toBe(409)
  // A name that is free again.
  expect((await s.call(admin.token, 'POST', '/devices', { name: 'Destroyed' })).status).toBe(201)
  await sweepDeviceBlobs(s.services, s.world.orgId)
})
