import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textPdf } from '../../platform/reading/testing/pdfs.ts'
import { picture } from '../../platform/reading/testing/pictures.ts'
import { type Files, HARMLESS, PHI, startFiles } from './testing/desk.ts'

let d: Files
let owner: { ownerType: string; ownerId: string }
beforeAll(async () => {
  d = await startFiles()
  owner = { ownerType: 'ticket', ownerId: await d.ticket() }
})
afterAll(() => d.s.stop())
const ticketOf = async (id: string) => (await d.s.call(d.tech.token, 'GET', `/tickets/${id}`)).body
const slug = (answer: { body: { type: string } }) => answer.body.type.split('/').at(-1)

describe('a file that was read', () => {
  test('is clean where nothing is found, and may be had', async () => {
    const id = await d.settled(owner, 'note.txt', HARMLESS)
    const { body } = await d.get(d.tech, id)
    expect(body).toMatchObject({
      state: 'clean',
      contentType: 'text/plain',
      findings: [],
      downloadable: true,
    })
    const down = await d.download(d.tech, id)
    expect(down.payload).toBe(HARMLESS)
    expect(down.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="note.txt"; filename*=UTF-8''note.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    const [judged] = await d.events('file.judge', id)
    expect(judged).toMatchObject({ actor: { kind: 'system' }, facts: { state: 'clean', findings: 0 } })
    expect(await d.events('file.export', id)).toHaveLength(1)
  })

  test('is suspected where something is found: where and what kind is told, what it is not', async () => {
    const id = await d.settled(owner, 'letter.pdf', await textPdf(['page one', PHI]))
    const { body } = await d.get(d.tech, id)
    expect(body).toMatchObject({ state: 'suspected', preview: 'tiny', pages: 2, downloadable: false })
    expect(body.findings).toContainEqual(expect.objectContaining({ kind: 'ssn', place: { page: 2 } }))
    expect(body.why).toBeTruthy()
    expect(JSON.stringify(body)).not.toContain('536-22')
    const down = await d.download(d.tech, id)
    expect(down.statusCode).toBe(409)
    expect(down.json().type).toContain('file-suspected')
  })

  test('is suspected for the name of a client alone, also of one behind a wall; nobody else’s name is known', async () => {
    const outside = await d.s.world.person('clinician', 'outside')
    await d.s.call(outside.token, 'POST', '/clients', {
      kind: 'person',
      groupId: d.s.world.otherGroupId,
      contact: { names: [{ given: ['Ottoline'], family: 'Featherstonehaugh' }] },
    })
    const behind = await d.settled(
      owner,
      'a.txt',
      'Please call Ottoline Featherstonehaugh about the printer.',
    )
    const { body } = await d.get(d.tech, behind)
    expect(body.state).toBe('suspected')
    expect(body.findings).toContainEqual(expect.objectContaining({ kind: 'name', level: 'identifier' }))
    expect(JSON.stringify(body)).not.toContain('Feather')
    const nobody = await d.settled(
      owner,
      'b.txt',
      'The printer on the second floor jams; ask Percival Thistlewood.',
    )
    expect((await d.get(d.tech, nobody)).body.state).toBe('clean')
  })

  test('is suspected where it can’t be read, and says why', async () => {
    const id = await d.settled(owner, 'a.bin', Buffer.from('00ff00fe01', 'hex'))
    expect((await d.get(d.tech, id)).body).toMatchObject({ state: 'suspected', readError: 'unsupported' })
  })

  test('that is named as something else is shown as what it is; one that is two things is suspected', async () => {
    const named = await d.settled(owner, 'a.pdf', HARMLESS)
    expect((await d.get(d.tech, named)).body).toMatchObject({ mislabelled: true, contentType: 'text/plain' })
    const two = await d.settled(owner, 'a.gif', 'GIF89a\x01\x00\x01\x00\x00\x00\x00<script>1</script>')
    expect((await d.get(d.tech, two)).body).toMatchObject({
      state: 'suspected',
      alsoType: 'text/html',
      readError: 'polyglot',
    })
  })

  test('with something in its very name is shown without it', async () => {
    const id = await d.settled(owner, 'chart of 536-22-8145.txt', HARMLESS)
    expect((await d.get(d.tech, id)).body).toMatchObject({ state: 'suspected', name: null, nameHidden: true })
    const shown = await d.act(d.tech, id, 'reveal')
    expect(shown.body).toMatchObject({ name: 'chart of 536-22-8145.txt', nameHidden: false })
  })

  test('is not given out before it was read', async () => {
    const id = await d.upload(owner, 'a.txt', HARMLESS)
    const down = await d.download(d.tech, id)
    expect(down.statusCode).toBe(409)
    expect(down.json().type).toContain('file-unread')
    expect((await d.act(d.tech, id, 'reveal')).status).toBe(409)
    expect((await d.act(d.tech, id, 'clear')).status).toBe(409)
    await d.jobs()
  })
})

describe('a range', () => {
  const TEXT = 'x'.repeat(70_000) + HARMLESS
  test.each([
    ['bytes=0-9', 0, 9],
    [`bytes=${TEXT.length - 5}-`, TEXT.length - 5, TEXT.length - 1],
    ['bytes=-7', TEXT.length - 7, TEXT.length - 1],
    ['bytes=69990-999999', 69_990, TEXT.length - 1],
  ])('%s', async (range, start, end) => {
    const id = await d.settled(owner, 'long.txt', TEXT)
    const down = await d.download(d.tech, id, { range })
    expect(down.statusCode).toBe(206)
    expect(down.headers['content-range']).toBe(`bytes ${start}-${end}/${TEXT.length}`)
    expect(down.payload).toBe(TEXT.slice(start, end + 1))
  })

  test('outside the file is a 416; one that is none is passed over', async () => {
    const id = await d.settled(owner, 'a.txt', HARMLESS)
    expect((await d.download(d.tech, id, { range: 'bytes=9999-' })).statusCode).toBe(416)
    expect((await d.download(d.tech, id, { range: 'lines=1-2' })).statusCode).toBe(200)
  })
})

describe('to reveal', () => {
  test('opens a suspected file to this user alone, for a while, with a reason', async () => {
    const id = await d.settled(owner, 'a.txt', PHI)
    expect((await d.s.call(d.tech.token, 'POST', `/files/${id}/reveal`, {})).body.errors[0].field).toBe(
      'reason',
    )
    expect((await d.act(d.tech, id, 'reveal')).body.downloadable).toBe(true)
    expect((await d.download(d.tech, id)).payload).toBe(PHI)
    expect((await d.download(d.clinician, id)).statusCode).toBe(409)
    await d.s.owner.query("update file_reveals set expires_at = now() - interval '1 second'")
    expect((await d.download(d.tech, id)).statusCode).toBe(409)
    const [event] = await d.events('file.reveal', id)
    expect(event.sealed.text).toBeDefined()
    expect(JSON.stringify(event)).not.toContain('for a test')
  })

  test('shows nothing of a picture before', async () => {
    const id = await d.settled(owner, 'id.png', picture(['SSN 536-22-8145']))
    const preview = async (query = '') => {
      const r = await d.s.app.inject({
        url: `/api/v1/files/${id}/preview${query}`,
        headers: { authorization: `Bearer ${d.tech.token}` },
      })
      return { status: r.statusCode, width: (await sharp(r.rawPayload).metadata()).width }
    }
    expect(await preview('?size=2000')).toEqual({ status: 200, width: 24 })
    await d.act(d.tech, id, 'reveal')
    expect((await preview('?size=600')).width).toBe(600)
    const safe = await d.download(d.tech, id, {}, '?inline=1')
    expect(safe.headers['content-type']).toBe('image/png')
    expect(safe.headers['content-disposition']).toMatch(/^inline/)
  })
})

describe('the ticket', () => {
  test('can’t be closed while a file on it is unread or suspected, and settles with the last', async () => {
    const ticket = { ownerType: 'ticket', ownerId: await d.ticket() }
    const close = async () => {
      const { version } = await ticketOf(ticket.ownerId)
      return d.s
        .call(
          d.tech.token,
          'PATCH',
          `/tickets/${ticket.ownerId}`,
          { status: 'in-progress' },
          { 'if-match': `"${version}"` },
        )
        .then(async () => {
          const { version: v } = await ticketOf(ticket.ownerId)
          return d.s.call(
            d.tech.token,
            'PATCH',
            `/tickets/${ticket.ownerId}`,
            { status: 'resolved' },
            { 'if-match': `"${v}"` },
          )
        })
    }
    const a = await d.upload(ticket, 'a.txt', PHI)
    expect(slug(await close())).toBe('ticket-not-closable')
    await d.jobs()
    const b = await d.settled(ticket, 'b.txt', PHI)
    expect((await ticketOf(ticket.ownerId)).phiState).toBe('suspected')
    const refused = await close()
    expect(refused.body.missing.map((m: { kind: string; id: string }) => m.kind)).toContain('phi-file')
    expect((await d.act(d.tech, a, 'purge')).status).toBe(200)
    expect((await ticketOf(ticket.ownerId)).phiState).toBe('suspected')
    expect((await d.act(d.tech, b, 'clear')).status).toBe(200)
    expect((await ticketOf(ticket.ownerId)).phiState).toBe('settled')
    expect((await close()).status).toBe(200)
    // What comes afterwards opens it again.
    await d.upload(ticket, 'c.txt', HARMLESS)
    expect((await ticketOf(ticket.ownerId)).status).not.toBe('resolved')
    await d.jobs()
  })

  test('that is merged takes its files along', async () => {
    const [from, into] = [await d.ticket(), await d.ticket()]
    const id = await d.settled({ ownerType: 'ticket', ownerId: from }, 'a.txt', HARMLESS)
    const merged = await d.s.call(d.tech.token, 'POST', `/tickets/${from}/merge`, { into })
    expect(merged.status, JSON.stringify(merged.body)).toBe(200)
    expect((await d.row(id)).owner_id).toBe(into)
    expect((await d.download(d.tech, id)).payload).toBe(HARMLESS)
  })

  test('takes its files to another wall with it', async () => {
    const ownerId = await d.ticket()
    const id = await d.settled({ ownerType: 'ticket', ownerId }, 'a.txt', HARMLESS)
    await d.s.owner.query('update tickets set group_id = $2 where id = $1', [ownerId, d.s.world.otherGroupId])
    expect((await d.row(id)).group_id).toBe(d.s.world.otherGroupId)
    expect((await d.get(d.tech, id)).status).toBe(404)
  })
})

describe('to move', () => {
  test('puts the file into a client’s record, whole, and leaves a tombstone', async () => {
    const id = await d.settled(owner, 'result.txt', PHI)
    const moved = await d.act(d.officer, id, 'move', { clientId: d.clientId })
    expect(moved.status).toBe(200)
    expect(moved.body).toMatchObject({
      ownerType: 'client',
      ownerId: d.clientId,
      name: 'result.txt',
      state: 'cleared',
    })
    expect((await d.download(d.clinician, moved.body.id)).payload).toBe(PHI)
    const { body } = await d.get(d.tech, id)
    expect(body).toMatchObject({ state: 'moved', name: null, movedTo: moved.body.id, downloadable: false })
    expect((await d.download(d.tech, id)).statusCode).toBe(410)
    const { rows } = await d.s.owner.query('select wrapped from deks where subject_id = $1', [id])
    expect(rows[0].wrapped).toBeNull()
    expect((await d.events('file.move', id))[0].facts).toMatchObject({ to: moved.body.id })
    expect((await d.events('file.receive', moved.body.id))[0].object.id).toBe(d.clientId)
  })

  test('needs the right to write to that client', async () => {
    const id = await d.settled(owner, 'a.txt', PHI)
    const who = await d.s.world.custom(['files:read', 'files:move', 'tickets:read', 'clients:read'], {
      clinical: 'read',
    })
    expect((await d.act(who, id, 'move', { clientId: d.clientId })).status).toBe(403)
    expect((await d.get(d.tech, id)).body.state).toBe('suspected')
  })
})

describe('to purge', () => {
  test('leaves a tombstone and a receipt, and no key, name or byte', async () => {
    const id = await d.settled(owner, 'Wanda.txt', PHI)
    const before = await d.row(id)
    const { body, status } = await d.act(d.tech, id, 'purge')
    expect(status).toBe(200)
    expect(body.receipt).toMatchObject({
      fileId: id,
      bytes: PHI.length,
      ciphertextHash: before.sealed_hash.toString('hex'),
    })
    const after = await d.row(id)
    expect(after).toMatchObject({
      state: 'purged',
      sealed_name: null,
      sealed_findings: null,
      sealed_preview: null,
    })
    const dek = await d.s.owner.query('select wrapped, destroyed_at from deks where subject_id = $1', [id])
    expect(dek.rows[0]).toMatchObject({ wrapped: null, destroyed_at: expect.any(Date) })
    expect((await d.s.owner.query('select 1 from file_parts where file_id = $1', [id])).rowCount).toBe(0)
    expect((await d.get(d.tech, id)).body).toMatchObject({ state: 'purged', name: null, purgedBy: d.tech.id })
    expect((await d.download(d.tech, id)).statusCode).toBe(410)
    const [event] = await d.events('file.purge', id)
    expect(event.facts).toMatchObject({ ciphertext: body.receipt.ciphertextHash, bytes: PHI.length })
  })

  test('at once by two people: one does, the other is told', async () => {
    const id = await d.settled(owner, 'a.txt', PHI)
    const answers = await Promise.all([d.act(d.tech, id, 'purge'), d.act(d.officer, id, 'purge')])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(slug(answers.find((a) => a.status === 409)!)).toBe('already-purged')
    expect(await d.events('file.purge', id)).toHaveLength(1)
  })

  test('while it is read: what the reader finds is forgotten', async () => {
    const id = await d.upload(owner, 'a.png', picture([PHI]))
    const reading = d.jobs()
    for (let i = 0; i < 100 && (await d.row(id)).state !== 'reading'; i++)
      await new Promise((r) => setTimeout(r, 20))
    expect((await d.act(d.tech, id, 'purge')).status).toBe(200)
    await reading
    const row = await d.row(id)
    expect(row).toMatchObject({
      state: 'purged',
      sealed_findings: null,
      sealed_preview: null,
      finding_count: 0,
    })
    expect(await d.events('file.judge', id)).toEqual([])
  })

  test('while the store is away: the key goes at once, the bytes when it is back', async () => {
    const id = await d.settled(owner, 'a.txt', PHI)
    const folder = join(d.s.dataDir, 'blobs', 'files')
    await rename(folder, `${folder}-away`)
    expect((await d.act(d.tech, id, 'purge')).status).toBe(200)
    const left = () => d.s.owner.query('select 1 from file_parts where file_id = $1', [id])
    expect((await left()).rowCount).toBe(1)
    await rename(`${folder}-away`, folder)
    await d.hurry()
    expect((await left()).rowCount).toBe(0)
  })

  test('is all that can be done with what is infected; nobody downloads it', async () => {
    const id = await d.settled(owner, 'a.txt', HARMLESS)
    await expect(d.s.owner.query("update files set state = 'infected' where id = $1", [id])).rejects.toThrow(
      /can not become/,
    )
  })

  test('a client that is destroyed takes its files along', async () => {
    const gone = (
      await d.s.call(d.clinician.token, 'POST', '/clients', {
        kind: 'person',
        groupId: d.s.world.groupId,
        contact: { names: [{ given: ['Short'], family: 'Lived' }] },
      })
    ).body.id
    const id = await d.settled({ ownerType: 'client', ownerId: gone }, 'a.txt', HARMLESS, d.clinician)
    const shredder = await d.s.world.custom(['clients:shred', 'clients:read'], { contact: 'write' })
    const shred = await d.s.call(shredder.token, 'DELETE', `/clients/${gone}`, {
      reason: 'asked for by the client',
    })
    expect(shred.status).toBe(200)
    expect(await d.row(id)).toMatchObject({ state: 'purged', sealed_name: null })
    const dek = await d.s.owner.query('select wrapped from deks where subject_id = $1', [id])
    expect(dek.rows[0].wrapped).toBeNull()
    await d.jobs()
    expect((await d.s.owner.query('select 1 from file_parts where file_id = $1', [id])).rowCount).toBe(0)
  })
})

test('a store that is away while a file is to be read makes it wait, and say so', async () => {
  const id = await d.upload(owner, 'a.txt', HARMLESS)
  const folder = join(d.s.dataDir, 'blobs', 'files')
  await rename(folder, `${folder}-away`)
  await d.jobs()
  expect((await d.get(d.tech, id)).body).toMatchObject({ state: 'waiting', waitsFor: 'store' })
  await rename(`${folder}-away`, folder)
  await d.hurry()
  expect((await d.get(d.tech, id)).body.state).toBe('clean')
})
