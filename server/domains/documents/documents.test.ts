import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HARMLESS, type Office, PHI, startOffice } from '../../testing/documents.ts'

let o: Office
beforeAll(async () => {
  o = await startOffice()
})
afterAll(() => o.s.stop())

describe('a document', () => {
  test('comes in, is listed and read, and what comes down is what went up', async () => {
    const bytes = Buffer.from(HARMLESS.repeat(3000))
    const id = await o.add(o.shared, 'Hand washing.txt', bytes, { tags: ['hygiene'], note: 'first' })
    const { body } = await o.get(id)
    expect(body).toMatchObject({
      name: 'Hand washing.txt',
      tags: ['hygiene'],
      state: 'draft',
      latest: 1,
      published: null,
      uploadId: null,
      content: { n: 1, contentType: 'text/plain', size: bytes.length, state: 'clean', preview: 'text' },
    })
    expect(await o.names(o.shared)).toEqual(['Hand washing.txt'])
    const [version] = await o.versions(id)
    expect(version).toMatchObject({
      n: 1,
      base: 0,
      note: 'first',
      authorId: o.writer.id,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const down = await o.download(id, 1)
    expect(down.rawPayload.equals(bytes)).toBe(true)
    expect(String(down.headers['content-disposition'])).toContain('Hand washing.txt')
    const part = await o.download(id, 1, o.writer, { range: 'bytes=5-9' })
    expect([part.statusCode, part.payload]).toEqual([206, bytes.subarray(5, 10).toString()])
  })

  test('goes on uploading behind what arrived', async () => {
    const bytes = randomBytes(50_000)
    const made = await o.good(
      o.call(o.writer, 'POST', `/folders/${o.shared}/documents`, { name: 'big.bin', size: bytes.length }),
    )
    await o.put(o.writer, made.id, made.uploadId, 0, bytes.subarray(0, 20_000))
    const again = await o.get(made.id)
    expect(again.body.uploadId).toBe(made.uploadId)
    const at = await o.call(o.writer, 'GET', `/documents/${made.id}/uploads/${made.uploadId}`)
    expect(at.body).toMatchObject({ n: null, received: 20_000 })
    const rest = await o.put(o.writer, made.id, made.uploadId, 20_000, bytes.subarray(20_000))
    expect(rest.body).toMatchObject({ complete: true })
    expect((await o.get(made.id)).body).toMatchObject({ latest: 1, uploadId: null })
  })

  test('whose upload nobody goes on with is given up after a day, and its name is free again', async () => {
    const announce = () =>
      o.call(o.writer, 'POST', `/folders/${o.shared}/documents`, { name: 'Never.txt', size: 10 })
    const { id } = (await announce()).body
    const kept = await o.add(o.shared, 'Kept anyway.txt', HARMLESS)
    await o.call(o.writer, 'POST', `/documents/${kept}/versions`, { name: 'a', size: 10, basedOn: 1 })
    expect((await announce()).status).toBe(409)
    await o.s.owner.query("update files set created_at = now() - interval '2 days' where state = 'uploading'")
    await o.sweep()
    expect((await o.get(id)).status).toBe(404)
    expect((await o.versions(kept)).map((v: { n: number | null }) => v.n)).toEqual([1])
    expect((await announce()).status).toBe(201)
  })

  test('is nobody else’s name in one folder, whatever its case or its marks are made of', async () => {
    await o.add(o.shared, 'Café.txt', HARMLESS)
    for (const name of ['Cafe\u0301.txt', 'CAFÉ.TXT', '../x/Café.txt', 'Caf\u200bé.txt'])
      expect(
        await o.call(o.writer, 'POST', `/folders/${o.shared}/documents`, { name, size: 1 }),
      ).toMatchObject({ status: 409, body: { type: expect.stringContaining('name-taken') } })
  })
})

describe('publishing', () => {
  test('shows readers that version and no other, until it is withdrawn', async () => {
    const id = await o.add(o.shared, 'Visits.txt', HARMLESS)
    expect((await o.get(id, o.reader)).status).toBe(404)
    expect((await o.download(id, 1, o.reader)).statusCode).toBe(404)
    expect((await o.step(id, 'publish')).body).toMatchObject({ state: 'published', published: 1 })
    expect((await o.get(id, o.reader)).body).toMatchObject({ name: 'Visits.txt', content: { n: 1 } })
    await o.addVersion(id, 1, `${HARMLESS} Twice.`)
    expect((await o.get(id)).body).toMatchObject({ latest: 2, published: 1, content: { n: 2 } })
    expect((await o.get(id, o.reader)).body.content.n).toBe(1)
    expect((await o.versions(id, o.reader)).map((v: { n: number }) => v.n)).toEqual([1])
    expect((await o.download(id, 1, o.reader)).payload).toBe(HARMLESS)
    expect((await o.download(id, 2, o.reader)).statusCode).toBe(404)
    await o.step(id, 'publish', { n: 2 })
    expect((await o.download(id, 1, o.reader)).statusCode).toBe(404)
    expect((await o.step(id, 'withdraw', { reason: 'out of date' })).body.state).toBe('withdrawn')
    expect((await o.get(id, o.reader)).status).toBe(404)
    expect(await o.names(o.shared, o.reader)).not.toContain('Visits.txt')
    expect(await o.events('document.withdraw', id)).toHaveLength(1)
  })

  test('of what may hold health information asks why in a shared folder, and not in a client’s own', async () => {
    const id = await o.add(o.shared, 'List.txt', PHI)
    const refused = await o.step(id, 'publish')
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ field: 'reason' }] } })
    expect((await o.get(id, o.reader)).status).toBe(404)
    const done = await o.step(id, 'publish', { reason: 'invented for a training' })
    expect(done.body).toMatchObject({ state: 'published', content: { state: 'cleared' } })
    const [event] = await o.events('document.publish', id)
    expect(JSON.stringify(event)).not.toContain('invented')
    expect(event.sealed.text).toBeDefined()
    const own = await o.add(o.own, 'Letter.txt', PHI)
    expect((await o.step(own, 'publish')).body.content).toMatchObject({
      state: 'suspected',
      downloadable: true,
    })
    expect((await o.download(own, 1, o.reader)).payload).toBe(PHI)
  })

  test('holds in the database too, whoever asks it', async () => {
    const id = await o.add(o.shared, 'Raw.txt', PHI)
    await expect(
      o.s.owner.query("update documents set state = 'published', published = 1 where id = $1", [id]),
    ).rejects.toThrow(/can not be published/)
    // From a client's own folder into a shared one it takes the same way.
    const own = await o.add(o.own, 'Own.txt', PHI)
    await o.step(own, 'publish')
    expect((await o.patch(own, { folderId: o.shared })).body.type).toContain('not-publishable')
    await o.step(own, 'withdraw')
    expect((await o.patch(own, { folderId: o.shared })).status).toBe(200)
    expect((await o.download(own, 1)).statusCode).toBe(409)
  })

  test('by two at once happens once', async () => {
    const id = await o.add(o.shared, 'Once.txt', HARMLESS)
    const etag = String((await o.get(id)).headers.etag)
    const both = await Promise.all(
      [1, 2].map(() => o.call(o.writer, 'POST', `/documents/${id}/publish`, {}, { 'if-match': etag })),
    )
    expect(both.map((a) => a.status).sort()).toEqual([200, 412])
    expect(await o.events('document.publish', id)).toHaveLength(1)
  })

  test('ends by itself on its day', async () => {
    const id = await o.add(o.shared, 'Season.txt', HARMLESS)
    const soon = new Date(Date.now() + 60_000).toISOString()
    await o.patch(id, { expiresAt: soon, reviewOn: '2020-01-01' })
    await o.step(id, 'publish')
    expect((await o.get(id, o.reader)).status).toBe(200)
    await o.s.owner.query("update documents set expires_at = now() - interval '1 second' where id = $1", [id])
    expect((await o.get(id, o.reader)).status).toBe(404)
    expect((await o.get(id)).body).toMatchObject({ expired: true })
    expect(await o.names(o.shared, o.writer, '?state=expired')).toEqual(['Season.txt'])
    expect(await o.names(o.shared, o.writer, '?state=review')).toEqual(['Season.txt'])
    expect((await o.step(id, 'publish')).body.type).toContain('expired')
  })
})

describe('versions', () => {
  test('are all kept, and an old one comes back as the newest', async () => {
    const id = await o.add(o.shared, 'Kept.txt', 'one of them')
    await o.addVersion(id, 1, 'two of them', { note: 'more' })
    await o.addVersion(id, 2, 'three of them')
    expect((await o.step(id, 'restore', { n: 1, note: 'back' })).body).toMatchObject({ latest: 4 })
    const versions = await o.versions(id)
    expect(versions.map((v: { n: number }) => v.n)).toEqual([4, 3, 2, 1])
    expect(versions[0]).toMatchObject({ restoredFrom: 1, note: 'back', sha256: versions[3].sha256 })
    for (const [n, text] of ['one of them', 'two of them', 'three of them', 'one of them'].entries())
      expect((await o.download(id, n + 1)).payload).toBe(text)
  })

  test('made from what is not the newest are told of both', async () => {
    const id = await o.add(o.shared, 'Both.txt', 'first')
    await o.addVersion(id, 1, 'second')
    const late = await o.call(o.writer, 'POST', `/documents/${id}/versions`, {
      name: 'a.txt',
      size: 3,
      basedOn: 1,
    })
    expect(late).toMatchObject({ status: 409, body: { yours: { n: 1 }, current: { n: 2 } } })
  })

  test('that come at the same time are both kept, one beside the other', async () => {
    const id = await o.add(o.shared, 'Race.txt', 'first')
    const announce = async (size: number) =>
      (
        await o.good(
          o.call(o.writer, 'POST', `/documents/${id}/versions`, { name: 'a.txt', size, basedOn: 1 }),
        )
      ).id
    const [mine, theirs] = [await announce(4), await announce(6)]
    expect((await o.put(o.writer, id, mine, 0, 'mine')).status).toBe(200)
    const told = await o.put(o.writer, id, theirs, 0, 'theirs')
    expect(told).toMatchObject({ status: 409, body: { yours: { n: 3 }, current: { n: 2 } } })
    await o.jobs()
    expect((await o.get(id)).body).toMatchObject({ latest: 2 })
    expect((await o.versions(id))[0]).toMatchObject({ n: 3, base: 1, aside: true })
    expect((await o.download(id, 3)).payload).toBe('theirs')
    await o.step(id, 'restore', { n: 3 })
    expect((await o.get(id)).body).toMatchObject({ latest: 4 })
    expect((await o.download(id, 4)).payload).toBe('theirs')
  })

  test('wait for whoever has checked the document out', async () => {
    const id = await o.add(o.shared, 'Out.txt', 'first')
    const other = await o.s.world.custom(['documents:read', 'documents:write'], {})
    expect((await o.call(other, 'POST', `/documents/${id}/check-out`, {})).body.checkedOut.userId).toBe(
      other.id,
    )
    const announce = () =>
      o.call(o.writer, 'POST', `/documents/${id}/versions`, { name: 'a.txt', size: 3, basedOn: 1 })
    expect((await announce()).body.type).toContain('checked-out')
    expect((await o.call(o.writer, 'POST', `/documents/${id}/check-out`, {})).status).toBe(409)
    expect((await o.addVersion(id, 1, 'theirs', {}, other)).status).toBe(200)
    expect((await o.get(id)).body.checkedOut).toBeNull()
    await o.call(other, 'POST', `/documents/${id}/check-out`, {})
    expect((await o.call(o.writer, 'POST', `/documents/${id}/check-in`, {})).status).toBe(200)
    expect((await announce()).status).toBe(409)
  })
})
