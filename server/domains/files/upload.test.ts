import { randomBytes } from 'node:crypto'
import { readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { type Files, send, startFiles } from './testing/desk.ts'

let d: Files
let at: { url: string; ca: string }
let owner: { ownerType: string; ownerId: string }
beforeAll(async () => {
  d = await startFiles()
  at = await d.s.listen()
  owner = { ownerType: 'ticket', ownerId: await d.ticket() }
})
afterAll(() => d.s.stop())

const offsetOf = async (id: string) => (await d.get(d.tech, id)).body.received
/** The test's own limit ends it. */
async function until<T>(ask: () => Promise<T>, good: (v: T) => boolean): Promise<T> {
  for (;;) {
    const v = await ask()
    if (good(v)) return v
    await sleep(20)
  }
}
/** Until an upload that is not at its end yet has begun to lie in the store, with so many bytes. */
async function arriving(least = 0): Promise<void> {
  const folder = join(d.s.dataDir, 'blobs', 'files', d.s.world.orgId)
  const sizes = async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.partial'))
    return Promise.all(names.map((name) => stat(join(folder, name)).then((s) => s.size)))
  }
  await until(sizes, (all) => all.some((size) => size >= least))
}

describe('an upload', () => {
  test('in one go, and what comes down is what went up', async () => {
    const bytes = randomBytes(700_001)
    const made = await d.create(d.tech, owner, 'scan.bin', bytes.length)
    expect(made.body).toMatchObject({
      state: 'uploading',
      received: 0,
      name: 'scan.bin',
      downloadable: false,
    })
    const put = await d.put(d.tech, made.body.id, 0, bytes)
    expect(put.body).toEqual({ offset: bytes.length, size: bytes.length, complete: true })
    expect((await d.row(made.body.id)).state).toBe('waiting')
    expect(await d.events('file.upload', made.body.id)).toHaveLength(1)
    await d.jobs()
    await d.act(d.tech, made.body.id, 'clear')
    const down = await d.download(d.tech, made.body.id)
    expect(down.statusCode, down.payload.slice(0, 300)).toBe(200)
    expect(down.rawPayload.equals(bytes)).toBe(true)
  })

  test('in several, with an offset each', async () => {
    const bytes = randomBytes(100_000)
    const { id } = (await d.create(d.tech, owner, 'a.bin', bytes.length)).body
    for (const [from, to] of [
      [0, 10],
      [10, 60_000],
      [60_000, 100_000],
    ] as const)
      expect((await d.put(d.tech, id, from, bytes.subarray(from, to))).body.offset).toBe(to)
    expect((await d.row(id)).state).toBe('waiting')
    const { rows } = await d.s.owner.query('select count(*)::int as n from file_parts where file_id = $1', [
      id,
    ])
    expect(rows[0].n).toBe(3)
  })

  test('that breaks goes on behind what arrived', async () => {
    const bytes = randomBytes(3_000_000)
    const { id } = (await d.create(d.tech, owner, 'a.bin', bytes.length)).body
    const pipe = new PassThrough()
    const first = send(at, d.tech, id, 0, pipe, bytes.length)
    pipe.write(bytes.subarray(0, 1_234_567))
    await arriving(1)
    first.cut()
    const offset = await until(
      () => offsetOf(id),
      (n) => n > 0,
    )
    expect(offset).toBeLessThanOrEqual(1_234_567)
    await until(
      async () => (await d.row(id)).lease_id,
      (lease) => lease === null,
    )
    const rest = await send(at, d.tech, id, offset, Readable.from([bytes.subarray(offset)])).done
    expect(rest.status).toBe(200)
    expect((await d.row(id)).received).toBe(bytes.length)
  })

  test('at a wrong offset is told the right one, and changes nothing', async () => {
    const { id } = (await d.create(d.tech, owner, 'a.bin', 100)).body
    await d.put(d.tech, id, 0, randomBytes(40))
    for (const wrong of [0, 39, 41]) {
      const answer = await d.put(d.tech, id, wrong, randomBytes(10))
      expect(answer.status).toBe(409)
      expect(answer.body).toMatchObject({ type: expect.stringContaining('wrong-offset'), offset: 40 })
    }
    for (const bad of ['', '-1', 'x', '1e3'])
      expect((await d.put(d.tech, id, bad, randomBytes(10))).body.errors[0].field).toBe('upload-offset')
    expect(await offsetOf(id)).toBe(40)
  })

  test('of more bytes than announced is refused, whether it says so before or not', async () => {
    const { id } = (await d.create(d.tech, owner, 'a.bin', 1000)).body
    expect((await d.put(d.tech, id, 0, randomBytes(1001))).status).toBe(422)
    const streamed = await send(at, d.tech, id, 0, Readable.from([randomBytes(600), randomBytes(600)])).done
    expect(streamed.status).toBe(422)
    expect(JSON.parse(streamed.body).errors[0].field).toBe('body')
    expect(await offsetOf(id)).toBe(0)
    expect((await d.put(d.tech, id, 0, randomBytes(1000))).body.complete).toBe(true)
    expect((await d.put(d.tech, id, 1000, randomBytes(0))).status).toBe(409)
  })

  test('of nothing, or of too much, is refused when it is announced', async () => {
    expect((await d.create(d.tech, owner, 'a.bin', 0)).body.errors[0]).toMatchObject({ field: 'size' })
    const large = await d.create(d.tech, owner, 'a.bin', 3 * 1024 ** 3)
    expect(large.status).toBe(413)
    expect(large.body.errors[0].field).toBe('size')
    expect((await d.create(d.tech, owner, 'a.bin', -1)).status).toBe(422)
  })

  test('twice at once: the second waits its turn', async () => {
    const bytes = randomBytes(200_000)
    const { id } = (await d.create(d.tech, owner, 'a.bin', bytes.length)).body
    const pipe = new PassThrough()
    const first = send(at, d.tech, id, 0, pipe, bytes.length)
    pipe.write(bytes.subarray(0, 1000))
    await until(
      async () => (await d.row(id)).lease_id,
      (lease) => lease !== null,
    )
    const second = await d.put(d.tech, id, 0, bytes)
    expect(second.status).toBe(409)
    expect(second.body.type).toContain('upload-in-progress')
    pipe.end(bytes.subarray(1000))
    expect((await first.done).status).toBe(200)
    expect(await offsetOf(id)).toBe(bytes.length)
  })

  test('that stalls loses its turn, and can’t spoil what another has sent', async () => {
    const bytes = randomBytes(200_000)
    const { id } = (await d.create(d.tech, owner, 'a.bin', bytes.length)).body
    const pipe = new PassThrough()
    const stalled = send(at, d.tech, id, 0, pipe, bytes.length)
    pipe.write(Buffer.alloc(1000))
    await until(
      async () => (await d.row(id)).lease_id,
      (lease) => lease !== null,
    )
    // On a slow machine the upload may renew its lease once more before the other comes.
    await until(
      async () => {
        await d.s.owner.query("update files set lease_until = now() - interval '1 second' where id = $1", [
          id,
        ])
        return (await d.put(d.tech, id, 0, bytes)).body
      },
      (body) => body.complete === true,
    )
    pipe.end(Buffer.alloc(199_000))
    expect((await stalled.done).status).toBe(409)
    await d.jobs()
    await d.act(d.tech, id, 'clear')
    const down = await d.download(d.tech, id)
    expect(down.rawPayload.equals(bytes)).toBe(true)
  })

  test('JSON is no file’s content', async () => {
    const { id } = (await d.create(d.tech, owner, 'a.json', 2)).body
    const answer = await d.s.call(d.tech.token, 'PUT', `/files/${id}/content`, '{}', {
      'content-type': 'application/json',
      'upload-offset': '0',
    })
    expect(answer.status).toBe(415)
  })
})

test('a store that vanishes in mid-upload is a 503; what was committed stays, and the upload goes on', async () => {
  const bytes = randomBytes(2_000_000)
  const { id } = (await d.create(d.tech, owner, 'a.bin', bytes.length)).body
  await d.put(d.tech, id, 0, bytes.subarray(0, 500_000))
  const folder = join(d.s.dataDir, 'blobs', 'files')
  const pipe = new PassThrough()
  const broken = send(at, d.tech, id, 500_000, pipe, 1_500_000)
  pipe.write(bytes.subarray(500_000, 1_000_000))
  await arriving()
  await rename(folder, `${folder}-away`)
  pipe.end(bytes.subarray(1_000_000))
  const answer = await broken.done
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body).type).toContain('files-unavailable')
  expect(await offsetOf(id)).toBe(500_000)
  expect((await d.put(d.tech, id, 500_000, bytes.subarray(500_000))).status).toBe(503)
  await rename(`${folder}-away`, folder)
  expect((await d.put(d.tech, id, 500_000, bytes.subarray(500_000))).body.complete).toBe(true)
})

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\scan.pdf', 'scan.pdf'],
    ['a\u0000b\u001f.txt', 'ab.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['Ku\u0308rzel.pdf', 'K\u00FCrzel.pdf'],
    ['con.txt', '_con.txt'],
    ['  a <b>?.txt . ', 'a _b__.txt'],
    ['日本語.pdf', '日本語.pdf'],
  ])('%j is kept as %j', async (given, kept) => {
    expect((await d.create(d.tech, owner, given, 1)).body.name).toBe(kept)
  })

  test('a long one is cut in its middle', async () => {
    const { name } = (await d.create(d.tech, owner, `${'ä'.repeat(400)}.docx`, 1)).body
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name.endsWith('ä.docx')).toBe(true)
  })

  test.each(['', '..', '/', '\u200B', '. .'])('%j is no name', async (given) => {
    const answer = await d.create(d.tech, owner, given, 1)
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].field).toBe('name')
  })
})

describe('walls', () => {
  test('nobody attaches to, or finds, what lies beyond', async () => {
    const outside = await d.s.world.person('technician', 'outside')
    const auditor = await d.s.world.person('auditor')
    expect((await d.create(outside, owner, 'a.txt', 1)).status).toBe(404)
    expect((await d.create(auditor, owner, 'a.txt', 1)).status).toBe(403)
    const id = await d.upload(owner, 'a.txt', 'x')
    expect((await d.get(outside, id)).status).toBe(404)
    expect((await d.put(outside, id, 0, 'x')).status).toBe(404)
    for (const what of ['clear', 'purge', 'reveal'])
      expect((await d.act(outside, id, what)).status, what).toBe(404)
    const list = await d.s.call(outside.token, 'GET', `/files?ownerType=ticket&ownerId=${owner.ownerId}`)
    expect(list.status).toBe(404)
  })

  test('an owner that is not there takes no file', async () => {
    for (const ownerType of ['ticket', 'client'])
      expect((await d.create(d.clinician, { ownerType, ownerId: uuidv7() }, 'a.txt', 1)).status).toBe(404)
    expect((await d.create(d.tech, { ownerType: 'user', ownerId: uuidv7() }, 'a', 1)).status).toBe(422)
  })

  test('a client’s files are for who sees the class clinical', async () => {
    const client = { ownerType: 'client', ownerId: d.clientId }
    expect((await d.create(d.tech, client, 'a.txt', 1)).status).toBe(403)
    const id = await d.upload(client, 'a.txt', 'x', d.clinician)
    expect((await d.get(d.tech, id)).status).toBe(403)
    expect((await d.get(d.clinician, id)).status).toBe(200)
  })
})

test('what killed processes left is swept away, and nothing else', async () => {
  const kept = await d.upload(owner, 'kept.txt', 'kept')
  const { id } = (await d.create(d.tech, owner, 'never.txt', 100)).body
  await d.put(d.tech, id, 0, 'half')
  const stray = uuidv7()
  await d.s.services.blobs.files.write(
    d.s.world.orgId,
    stray,
    (async function* () {
      yield Buffer.from('of nobody')
    })(),
  )
  const { sweepFiles } = await import('./sweep.ts')
  const { fileOwners } = await import('./index.ts')
  const { ticketFiles } = await import('../desk/index.ts')
  const owners = fileOwners([ticketFiles])
  await sweepFiles(d.s.services, owners, d.s.world.orgId)
  expect((await d.row(id)).state).toBe('uploading')
  await sweepFiles(d.s.services, owners, d.s.world.orgId, new Date(Date.now() + 60_000))
  expect((await d.row(id)).state).toBe('purged')
  expect((await d.row(kept)).state).toBe('waiting')
  const left = await d.s.services.blobs.files.olderThan(d.s.world.orgId, new Date(Date.now() + 60_000))
  expect(left).not.toContain(stray)
  const { rows } = await d.s.owner.query('select blob_id from file_parts')
  expect(left.sort()).toEqual(rows.map((r) => r.blob_id).sort())
})
