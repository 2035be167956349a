import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleUrl } from '../../platform/db/migrate.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { alone } from './alone.ts'
import { type Computer, computer, resticHere } from './testing/restic.ts'

// Copies of folders as the real restic makes them: over TLS, with the server's own authority.

const MIB = 1024 ** 2
let s: TestServer
let admin: Person
let officer: Person
let folder: string
let computers: Computer[] = []

beforeAll(async () => {
  s = await startTestServer()
  s.services.publicUrl = (await s.listen()).url
  admin = await s.world.person('administrator')
  officer = await s.world.person('privacy-officer')
  folder = await mkdtemp(join(tmpdir(), 'wellkeep-folder-'))
  await mkdir(join(folder, 'deep', 'er'), { recursive: true })
  await writeFile(join(folder, 'letter.txt'), 'Dear Wanda Quellenbrunn')
  await writeFile(join(folder, 'deep', 'er', 'scan.bin'), randomBytes(9 * MIB))
})
afterAll(async () => {
  await s.stop()
  await rm(folder, { recursive: true, force: true })
  for (const c of computers) await rm(c.dir, { recursive: true, force: true })
  computers = []
})

let n = 0
async function enrolled(body: object = {}) {
  const made = await s.call(admin.token, 'POST', '/devices', { name: `Front desk ${++n}`, ...body })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
async function set(access: Parameters<typeof computer>[0], password?: string): Promise<Computer> {
  const c = await computer(access, password)
  computers.push(c)
  return c
}
const basic = (user: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
})
const ask = (
  access: { user: string; secret: string },
  method: string,
  path: string,
  body?: Buffer,
  headers = {},
) =>
  s.call(null, method, path, body, {
    ...basic(access.user, access.secret),
    ...(body && { 'content-type': 'application/octet-stream' }),
    ...headers,
  })
const sha256 = (b: Buffer) => createHash('sha256').update(b).digest('hex')
const actions = async (deviceId: string) =>
  (
    await s.owner.query('select action, outcome from audit_events where object_id = $1 order by id', [
      deviceId,
    ])
  ).rows.map((r) => r.action + (r.outcome === 'done' ? '' : ` ${r.outcome}`))
const rowsOf = async (deviceId: string, kind: string) =>
  (
    await s.owner.query(
      'select encode(name, $3) as name, size from device_objects where device_id = $1 and kind = $2',
      [deviceId, kind, 'hex'],
    )
  ).rows

async function tree(dir: string): Promise<Map<string, string>> {
  const out = new Map<string, string>()
  for (const e of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (e.isFile()) {
      const path = join(e.parentPath, e.name)
      out.set(path.slice(dir.length), sha256(await readFile(path)))
    }
  return out
}

describe.skipIf(!resticHere())('restic', () => {
  it('backs up, adds only what is new, checks and restores every byte', async () => {
    const device = await enrolled()
    const c = await set(device.access)
    expect((await c.restic(['init'])).err).toBe('')
    const first = await c.restic(['backup', folder, '--json'])
    expect(first.code, first.err).toBe(0)
    const again = await c.restic(['backup', folder, '--json'])
    const summary = JSON.parse(again.out.trim().split('\n').at(-1)!)
    expect(summary).toMatchObject({ files_new: 0, files_changed: 0, data_blobs: 0 })
    const check = await c.restic(['check', '--read-data'])
    expect(check.code, check.err + check.out).toBe(0)
    const target = join(c.dir, 'restored')
    const restore = await c.restic(['restore', 'latest', '--target', target])
    expect(restore.code, restore.err).toBe(0)
    expect(await tree(join(target, folder))).toEqual(await tree(folder))
    expect(await rowsOf(device.id, 'locks')).toEqual([])
    const shown = (await s.call(admin.token, 'GET', `/devices/${device.id}`)).body
    expect(shown).toMatchObject({ silent: false, state: 'active' })
    expect(shown.usedBytes).toBeGreaterThan(9 * MIB)
    expect(shown.lastSnapshotAt).not.toBeNull()
    // One event for the session, one for each copy, one for all that was read; not one for each file.
    expect((await actions(device.id)).filter((a) => a !== 'device.read').sort()).toEqual([
      'device.connect',
      'device.copy',
      'device.copy',
      'device.copy-read',
      'device.enrol',
    ])
  })

  it('may take away nothing: `forget --prune` is refused, and all is as before', async () => {
    const device = await enrolled()
    const c = await set(device.access)
    await c.restic(['init'])
    await c.restic(['backup', folder])
    await c.restic(['backup', folder, '--force'])
    const before = await rowsOf(device.id, 'snapshots')
    expect(before).toHaveLength(2)
    const forget = await c.restic(['forget', '--keep-last', '1', '--prune'], /403/)
    expect(forget.err).toContain('403')
    expect(await rowsOf(device.id, 'snapshots')).toEqual(before)
    expect((await c.restic(['unlock', '--remove-all'])).code).toBe(0)
    const check = await c.restic(['check'])
    expect(check.code, check.err).toBe(0)
    expect((await actions(device.id)).filter((a) => a.endsWith('refused'))).toEqual(['device.delete refused'])
  })

  it('is shut out at once when the device is revoked, and can be restored from elsewhere all the same', async () => {
    const device = await enrolled()
    const c = await set(device.access)
    await c.restic(['init'])
    await c.restic(['backup', folder])
    expect((await s.call(admin.token, 'POST', `/devices/${device.id}/revoke`, {})).status).toBe(200)
    const backup = await c.restic(['backup', folder], /401/)
    expect(backup.err).toContain('401')
    const given = await s.call(officer.token, 'POST', `/devices/${device.id}/restore-access`, {
      reason: 'The front desk’s disk has failed',
    })
    expect(given.status, JSON.stringify(given.body)).toBe(201)
    const elsewhere = await set(given.body)
    const target = join(elsewhere.dir, 'restored')
    const restore = await elsewhere.restic(['restore', 'latest', '--target', target])
    expect(restore.code, restore.err).toBe(0)
    expect(await tree(join(target, folder))).toEqual(await tree(folder))
    const write = await elsewhere.restic(['backup', folder], /40[13]/)
    expect(write.err).toMatch(/40[13]/)
  })

  it('stops at the device’s room, keeps what is there whole, and goes on when there is more', async () => {
    const device = await enrolled({ quotaBytes: 16 * MIB })
    const c = await set(device.access)
    await c.restic(['init'])
    await c.restic(['backup', folder])
    const more = await mkdtemp(join(tmpdir(), 'wellkeep-more-'))
    await writeFile(join(more, 'big.bin'), randomBytes(40 * MIB))
    const full = await c.restic(['backup', more], /507/)
    expect(full.err).toContain('507')
    const used = (await s.call(admin.token, 'GET', `/devices/${device.id}`)).body
    expect(used.usedBytes).toBeLessThanOrEqual(16 * MIB)
    await c.restic(['unlock', '--remove-all'])
    expect((await c.restic(['check'])).code).toBe(0)
    const changed = await s.call(
      admin.token,
      'PATCH',
      `/devices/${device.id}`,
      { quotaBytes: 100 * MIB },
      { 'if-match': `"${used.version}"` },
    )
    expect(changed.status).toBe(200)
    expect((await c.restic(['backup', more])).code).toBe(0)
    await rm(more, { recursive: true })
  })
})

describe('the endpoint', () => {
  it('keeps only bytes whose hash is their name, and changes none of them', async () => {
    const { id, access } = await enrolled()
    const bytes = randomBytes(300_000)
    const at = `/devices/${id}/repository/data/${sha256(bytes)}`
    expect((await ask(access, 'POST', at, randomBytes(300_000))).status).toBe(400)
    expect(await rowsOf(id, 'data')).toEqual([])
    expect((await ask(access, 'POST', at, bytes)).status).toBe(200)
    // Sent again after a broken connection: nothing changes. Other bytes under its name: refused.
    expect((await ask(access, 'POST', at, bytes)).status).toBe(200)
    expect((await ask(access, 'POST', at, randomBytes(300_000))).status).toBe(400)
    expect((await ask(access, 'DELETE', at)).status).toBe(403)
    expect(await rowsOf(id, 'data')).toHaveLength(1)
    const head = await ask(access, 'HEAD', at)
    expect(head.headers['content-length']).toBe('300000')
    expect(head.body).toBe('')
    const part = await s.app.inject({
      method: 'GET',
      url: `/api/v1${at}`,
      headers: { ...basic(access.user, access.secret), range: 'bytes=1000-1999' },
    })
    expect(part.statusCode).toBe(206)
    expect(part.rawPayload.equals(bytes.subarray(1000, 2000))).toBe(true)
    expect((await ask(access, 'GET', at, undefined, { range: 'bytes=300000-' })).status).toBe(416)
  })

  it('is set up once', async () => {
    const { id, access } = await enrolled()
    const at = `/devices/${id}/repository/config`
    expect((await ask(access, 'HEAD', at)).status).toBe(404)
    expect((await ask(access, 'POST', at, Buffer.from('one'))).status).toBe(200)
    expect((await ask(access, 'POST', at, Buffer.from('two'))).status).toBe(403)
    expect((await ask(access, 'DELETE', at)).status).toBe(403)
    expect((await ask(access, 'GET', at)).body).toBe('one')
  })

  it('lists names in version 1 and sizes too in version 2', async () => {
    const { id, access } = await enrolled()
    const bytes = Buffer.from('some')
    await ask(access, 'POST', `/devices/${id}/repository/index/${sha256(bytes)}`, bytes)
    const v1 = await ask(access, 'GET', `/devices/${id}/repository/index/`)
    expect(v1.headers['content-type']).toBe('application/vnd.x.restic.rest.v1')
    expect(JSON.parse(v1.body)).toEqual([sha256(bytes)])
    const accept = 'application/vnd.x.restic.rest.v2'
    const v2 = await ask(access, 'GET', `/devices/${id}/repository/index/`, undefined, { accept })
    expect(v2.headers['content-type']).toBe(accept)
    expect(JSON.parse(v2.body)).toEqual([{ name: sha256(bytes), size: 4 }])
  })

  it('shows one device nothing of another, whatever ids it guesses', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    const bytes = Buffer.from('of one')
    const of = (id: string) => `/devices/${id}/repository/data/${sha256(bytes)}`
    await ask(one.access, 'POST', of(one.id), bytes)
    expect((await ask(two.access, 'GET', of(two.id))).status).toBe(404)
    expect((await ask(two.access, 'GET', of(one.id))).status).toBe(404)
    expect((await ask(two.access, 'POST', of(one.id), bytes)).status).toBe(404)
    expect((await ask(two.access, 'GET', `/devices/${one.id}/repository/data/`)).status).toBe(404)
    // One's secret under the other's name, none, and what people sign in with.
    expect((await ask({ user: two.id, secret: one.access.secret }, 'GET', of(two.id))).status).toBe(401)
    expect((await s.call(null, 'GET', of(one.id))).status).toBe(401)
    expect((await s.call(admin.token, 'GET', of(one.id))).status).toBe(401)
    // What a device signs in with opens nothing else.
    for (const path of ['/devices', `/devices/${one.id}`, '/me/sessions', '/tokens'])
      expect((await ask(one.access, 'GET', path)).status, path).toBe(401)
  })

  it.each([
    '../../../../etc/passwd',
    '..%2f..%2fconfig',
    `${'a'.repeat(63)}%00`,
    'A'.repeat(64),
    `${'a'.repeat(64)}.partial`,
    'config',
    '%2e%2e',
    'é'.repeat(64),
  ])('takes no name such as %s', async (name) => {
    const { id, access } = await enrolled()
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const answer = await ask(
        access,
        method,
        `/devices/${id}/repository/data/${name}`,
        method === 'POST' ? Buffer.from('x') : undefined,
      )
      expect([404, 422], `${method} ${answer.status}`).toContain(answer.status)
    }
    expect(
      (await ask(access, 'GET', `/devices/${id}/repository/${encodeURIComponent(name)}/`)).status,
    ).toBeGreaterThanOrEqual(404)
  })

  it('renews what a device signs in with; the secret before opens nothing', async () => {
    const { id, access } = await enrolled()
    const renewed = await s.call(admin.token, 'POST', `/devices/${id}/credential`, {})
    expect(renewed.body.password).toBeNull()
    const at = `/devices/${id}/repository/data/`
    expect((await ask(access, 'GET', at)).status).toBe(401)
    expect((await ask({ ...access, secret: renewed.body.secret }, 'GET', at)).status).toBe(200)
  })

  it('lets a device that only reads take locks, and nothing more', async () => {
    const { id } = await enrolled()
    const { body } = await s.call(officer.token, 'POST', `/devices/${id}/restore-access`, {
      reason: 'a drill',
    })
    const bytes = Buffer.from('lock')
    const at = (kind: string) => `/devices/${id}/repository/${kind}/${sha256(bytes)}`
    expect((await ask(body, 'POST', at('data'), bytes)).status).toBe(403)
    expect((await ask(body, 'POST', at('locks'), bytes)).status).toBe(200)
    expect((await ask(body, 'DELETE', at('locks'))).status).toBe(200)
    expect((await ask(body, 'DELETE', at('locks'))).status).toBe(404)
    expect(
      (await s.call(admin.token, 'POST', `/devices/${id}/restore-access`, { reason: 'curious' })).status,
    ).toBe(403)
  })
})

describe('at rest', () => {
  it('nothing that restic sent lies in the store as it came, nor any secret in the database', async () => {
    const device = await enrolled()
    const bytes = Buffer.concat([randomBytes(1000), Buffer.from('CANARY-of-a-device'), randomBytes(1000)])
    await ask(device.access, 'POST', `/devices/${device.id}/repository/keys/${sha256(bytes)}`, bytes)
    const { rows } = await s.owner.query(
      'select d::text as t from devices d union all select c::text from device_credentials c',
    )
    const text = JSON.stringify(rows)
    expect(text).not.toContain(device.access.secret)
    expect(text).not.toContain(device.access.password)
    const { rows: blobs } = await s.owner.query('select blob_id from device_objects where device_id = $1', [
      device.id,
    ])
    const stored = await readFile(join(s.dataDir, 'blobs', 'devices', s.world.orgId, blobs[0].blob_id))
    expect(stored.includes('CANARY-of-a-device')).toBe(false)
  })
})

describe('the database', () => {
  it('shows a device its own files alone and takes away none but locks, whatever the query', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    const bytes = Buffer.from('of both')
    for (const { id, access } of [one, two])
      for (const kind of ['data', 'locks'])
        await ask(access, 'POST', `/devices/${id}/repository/${kind}/${sha256(bytes)}`, bytes)
    const app = new pg.Client({ connectionString: roleUrl(s.ownerUrl, 'wellkeep_app') })
    await app.connect()
    const as = async (who: string, sql: string) => {
      await app.query('begin')
      try {
        await app.query('select wk_enter($1, $2)', [s.world.orgId, who])
        if (who !== admin.id)
          await alone({ run: (statement: { text: string }) => app.query(statement.text) } as never)
        return (await app.query(sql)).rows
      } finally {
        await app.query('rollback')
      }
    }
    try {
      const seen = await as(one.id, 'select distinct device_id from device_objects')
      expect(seen).toEqual([{ device_id: one.id }])
      expect(await as(one.id, 'select id from devices')).toEqual([{ id: one.id }])
      expect(await as(one.id, 'delete from device_objects returning kind')).toEqual([{ kind: 'locks' }])
      for (const table of [
        'device_credentials',
        'users',
        'roles',
        'teams',
        'queues',
        'org_keys',
        'audit_events',
      ])
        expect(await as(one.id, `select 1 from ${table}`), table).toEqual([])
      const destroy =
        "update deks set wrapped = null, destroyed_at = now() where subject_type <> 'organization' returning 1"
      expect(await as(one.id, destroy)).toEqual([])
      await expect(as(one.id, "update device_objects set name = ''")).rejects.toThrow('permission denied')
      await expect(as(one.id, 'select 1 from device_removed')).rejects.toThrow('permission denied')
      // People see devices, and nothing that lies in a repository.
      expect(await as(admin.id, 'select 1 from device_objects')).toEqual([])
    } finally {
      await app.end()
    }
  })
})
