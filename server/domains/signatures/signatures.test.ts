import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Signer, type Signing, startSigning } from './testing/signing.ts'

let o: Signing
let plan: Buffer
beforeAll(async () => {
  o = await startSigning()
  plan = await o.plan()
})
afterAll(() => o.stop())

const code = (answer: { body: { type?: string } }) => answer.body.type?.split('/').at(-1)
/** A request to the nurse, then the patient, then the guardian. */
async function asked(signers: Signer[] = [o.nurse, o.patient, o.guardian], more: object = {}) {
  const documentId = await o.published(plan)
  const { id } = await o.good(o.ask(documentId, signers, more))
  return { id: id as string, documentId }
}
const states = async (id: string) => (await o.read(id)).steps.map((s: { state: string }) => s.state)

describe('signing', () => {
  test('goes in order, and ends with a copy that carries the certificate', async () => {
    const { id, documentId } = await asked()
    expect(await o.as(o.patient, 'GET', '/signatures')).toMatchObject({
      body: { items: [{ id, mine: { position: 2, turn: false }, consent: expect.any(String) }] },
    })
    expect(code(await o.sign(o.patient, id))).toBe('not-your-turn')
    const first = await o.sign(o.nurse, id)
    expect(first).toMatchObject({ status: 200, body: { state: 'open', mine: { state: 'signed' } } })
    expect(code(await o.sign(o.nurse, id))).toBe('already-signed')
    expect((await o.as(o.patient, 'GET', `/signatures/${id}`)).body).toMatchObject({
      documentName: expect.stringContaining('Plan of care'),
      steps: [
        { name: 'Nora Nightjar', state: 'signed' },
        { name: 'Wanda Quellenbrunn', turn: true },
        { name: 'Gustav Quellenbrunn', turn: false },
      ],
    })
    const canvas = createCanvas(240, 80)
    canvas.getContext('2d').fillRect(10, 30, 200, 4)
    const drawn = { mark: { kind: 'drawn', png: canvas.toBuffer('image/png').toString('base64') } }
    expect((await o.sign(o.patient, id, drawn)).status).toBe(200)
    expect((await o.sign(o.guardian, id)).body.state).toBe('signed')
    await o.settle()
    const done = await o.read(id)
    expect(done).toMatchObject({ state: 'complete', copyN: 2, copyReady: true, trouble: null })
    const copy = await o.download(o.guardian, id)
    expect(copy.subarray(0, plan.length).equals(plan)).toBe(true)
    expect(copy.length).toBeGreaterThan(plan.length)
    // It stands beside: what readers see is what was published.
    expect((await o.get(documentId)).body).toMatchObject({ published: 1, latest: 1 })
    expect((await o.versions(documentId))[0]).toMatchObject({ n: 2, base: 1, aside: true })
    expect((await o.events('signature.sign', id)).map((e) => e.facts.position)).toEqual([1, 2, 3])
  })

  test('asks who is there: a wrong password, a token, a text that was not shown sign nothing', async () => {
    const { id } = await asked([o.nurse])
    expect((await o.sign(o.nurse, id, { proof: { password: 'not mine at all' } })).body.errors).toEqual([
      { field: 'password', message: 'is not your password' },
    ])
    expect(
      (
        await o.s.call(o.reader.token, 'POST', `/signatures/${id}/sign`, {
          mark: { kind: 'typed', text: 'N' },
          consent: 'x',
          proof: { password: 'not mine at all' },
        })
      ).status,
    ).toBe(403)
    expect(code(await o.sign(o.nurse, id, { consent: 'Something else' }))).toBe('other-consent')
    expect(await states(id)).toEqual(['waiting'])
  })

  test('happens once, whoever asks twice at the same time', async () => {
    const { id } = await asked([o.nurse, o.patient])
    const again = await o.signedIn(o.nurse.id)
    const both = await Promise.all([o.sign(o.nurse, id), o.sign(again, id), o.sign(o.patient, id)])
    expect(
      both
        .slice(0, 2)
        .map((a) => a.status)
        .sort(),
    ).toEqual([200, 409])
    expect((await o.events('signature.sign', id)).filter((e) => e.facts.position === 1)).toHaveLength(1)
  })

  test('is held in order by the database as well, and with its event', async () => {
    const { id } = await asked([o.nurse, o.patient])
    const { orgId } = o.s.world
    const byHand = (userId: string, sql: string, values: unknown[] = []) =>
      o.s.services.db
        .withContext({ orgId, userId }, (tx) => tx.client.query(sql, [id, ...values]))
        .then(
          (r) => r.rowCount,
          (e: { code: string }) => e.code,
        )
    const event = "select id from audit_events where object_id = $1 and action = 'signature.ask'"
    const take = (position: number) =>
      `update signature_steps set state = 'signed', sealed_mark = '\\x01', event_id = (${event}) where request_id = $1 and position = ${position}`
    expect(await byHand(o.patient.id, take(2).replace(`(${event})`, 'gen_random_uuid()'))).toBe('WKS04')
    expect(await byHand(o.nurse.id, take(1))).toBe('42501')
    expect(await byHand(o.writer.id, take(1))).toBe('42501')
    expect(await byHand(o.patient.id, take(1))).toBe(0)
    expect(
      await byHand(
        o.nurse.id,
        "update signature_requests set state = 'signed', ended_at = now() where id = $1",
      ),
    ).toBe(0)
    expect(
      await byHand(
        o.writer.id,
        "update signature_requests set state = 'signed', ended_at = now() where id = $1",
      ),
    ).toBe('WKS01')
    await o.sign(o.nurse, id)
    expect(
      await byHand(
        o.nurse.id,
        "update signature_steps set sealed_mark = '\\x02' where request_id = $1 and position = 1",
      ),
    ).toBe('42501')
    expect(
      await byHand(
        o.writer.id,
        'insert into signature_steps (org_id, id, request_id, position, user_id) values (wk_org(), gen_random_uuid(), $1, 3, wk_user())',
      ),
    ).toBe('42501')
    expect(await states(id)).toEqual(['signed', 'waiting'])
  })
})

describe('a request', () => {
  test('ends when somebody declines; why is for those who asked', async () => {
    const { id } = await asked([o.patient, o.nurse])
    expect((await o.decline(o.patient, id)).body.state).toBe('declined')
    expect((await o.read(id)).steps[0]).toMatchObject({
      state: 'declined',
      reason: 'The dose is wrong, says Wanda',
    })
    expect((await o.as(o.nurse, 'GET', `/signatures/${id}`)).body.steps[0]).toMatchObject({
      state: 'declined',
      reason: null,
    })
    expect(code(await o.sign(o.nurse, id))).toBe('request-over')
    const { rows } = await o.s.owner.query('select leaf from audit_events where object_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('dose')
  })

  test('is one at a time of a document, and names people once who may see it', async () => {
    const { documentId } = await asked()
    expect(code(await o.ask(documentId, [o.nurse]))).toBe('already-asked')
    const other = await o.published(plan)
    expect((await o.ask(other, [o.nurse, o.nurse])).body.errors[0].field).toBe('signers.1.userId')
    for (const stranger of [
      o.outsider.id,
      (await o.portal('A neighbour', {})).id,
      '018f0000-0000-7000-8000-000000000000',
    ])
      expect((await o.ask(other, [o.nurse, { userId: stranger }])).body.errors[0].field).toBe(
        'signers.1.userId',
      )
    const names = (await o.good(o.call(o.writer, 'POST', `/documents/${other}/signers`, { q: 'quell' })))
      .items
    expect(names.map((p: { name: string }) => p.name).sort()).toEqual([
      'Gustav Quellenbrunn',
      'Wanda Quellenbrunn',
    ])
  })

  test('is taken back by whoever manages it, once', async () => {
    const { id, documentId } = await asked([o.nurse])
    expect((await o.call(o.reader, 'POST', `/signatures/${id}/cancel`, {})).status).toBe(403)
    expect(
      (await o.call(o.writer, 'POST', `/signatures/${id}/cancel`, { reason: 'Wrong patient' })).body,
    ).toMatchObject({ state: 'cancelled', cancelledWhy: 'asker' })
    expect(code(await o.call(o.writer, 'POST', `/signatures/${id}/cancel`, {}))).toBe('request-over')
    expect(code(await o.sign(o.nurse, id))).toBe('request-over')
    expect((await o.ask(documentId, [o.nurse])).status).toBe(201)
  })

  test('has a day until which, which can be moved', async () => {
    const { id } = await asked([o.nurse], { dueAt: new Date(Date.now() + 60_000).toISOString() })
    await o.s.owner.query(
      "update signature_requests set due_at = now() - interval '1 second' where id = $1",
      [id],
    )
    expect((await o.read(id)).overdue).toBe(true)
    expect(code(await o.sign(o.nurse, id))).toBe('request-overdue')
    const move = async (dueAt: string | null) => {
      const { headers } = await o.call(o.writer, 'GET', `/signatures/${id}`)
      return o.call(o.writer, 'PATCH', `/signatures/${id}`, { dueAt }, { 'if-match': String(headers.etag) })
    }
    expect((await move(new Date(Date.now() - 1000).toISOString())).status).toBe(422)
    expect((await move(null)).body).toMatchObject({ overdue: false, dueAt: null })
    expect((await o.sign(o.nurse, id)).status).toBe(200)
  })

  test('belongs to its version: a newer one does not take it over', async () => {
    const { id, documentId } = await asked([o.patient])
    await o.addVersion(documentId, 1, await o.plan())
    expect((await o.step(documentId, 'publish', { n: 2 })).status).toBe(200)
    const seen = await o.s.app.inject({
      url: `/api/v1/portal/signatures/${id}/content`,
      headers: { cookie: o.patient.cookie },
    })
    expect(seen.rawPayload.equals(plan)).toBe(true)
    expect((await o.as(o.patient, 'GET', `/documents/${documentId}/versions/1/content`)).status).toBe(404)
    expect((await o.sign(o.patient, id)).body).toMatchObject({ state: 'signed', n: 1 })
    expect((await o.ask(documentId, [o.nurse])).body.type).toContain('other-version')
  })

  test('is cancelled with a document that is taken back, and says so', async () => {
    const { id, documentId } = await asked([o.patient])
    await o.step(documentId, 'withdraw')
    await o.settle()
    expect((await o.as(o.patient, 'GET', `/signatures/${id}`)).body).toMatchObject({
      state: 'cancelled',
      cancelledWhy: 'withdrawn',
      documentName: null,
    })
    expect(code(await o.sign(o.patient, id))).toBe('request-over')
    expect((await o.events('signature.cancel', id)).map((e) => e.facts.why)).toEqual(['withdrawn'])
    expect(code(await o.ask(documentId, [o.nurse]))).toBe('not-published')
  })

  test('reminds whoever’s turn it is, not more often than once an hour', async () => {
    const { id } = await asked([o.nurse])
    expect(code(await o.call(o.writer, 'POST', `/signatures/${id}/remind`, {}))).toBe('reminded-already')
    await o.s.owner.query(
      "update signature_steps set asked_at = now() - interval '2 hours' where request_id = $1",
      [id],
    )
    expect((await o.call(o.writer, 'POST', `/signatures/${id}/remind`, {})).status).toBe(200)
  })

  test('of a document that can’t be signed is refused with what is wrong', async () => {
    const { pdf, loopingPdf } = await import('../../platform/reading/testing/pdfs.ts')
    const detail = async (bytes: Buffer) => {
      const id = await o.published(bytes)
      const answer = await o.ask(id, [o.nurse])
      expect(code(answer)).toBe('not-signable')
      return answer.body.detail
    }
    expect(await detail(await pdf((d) => void d.text('secret'), { userPassword: 'x' }))).toContain('password')
    expect(await detail(loopingPdf())).toContain('damaged')
    expect(await detail(plan.subarray(0, 700))).toContain('damaged')
    const large = await o.published(plan)
    await o.s.owner.query('update files set size = 60000000, received = 60000000 where owner_id = $1', [
      large,
    ])
    expect((await o.ask(large, [o.nurse])).body.detail).toContain('larger than')
  })
})

describe('walls', () => {
  test('whoever is not behind them, or not asked, finds nothing', async () => {
    const { id, documentId } = await asked([o.patient])
    const neighbour = await o.portal('A neighbour', {})
    const sister = await o.portal('A sister', { clients: [o.clientId] })
    for (const who of [neighbour, sister])
      for (const [method, path, body] of [
        ['GET', `/signatures/${id}`],
        ['GET', `/signatures/${id}/content`],
        ['GET', `/signatures/${id}/preview`],
        ['GET', `/signatures/${id}/signed`],
        ['POST', `/signatures/${id}/decline`, { reason: 'no' }],
      ] as const)
        expect((await o.as(who, method, path, body)).status, path).toBe(404)
    expect((await o.sign(sister, id)).status).toBe(404)
    expect((await o.as(sister, 'GET', '/signatures')).body.items).toEqual([])
    for (const path of [`/signatures/${id}`, `/documents/${documentId}/signatures`])
      expect((await o.call(o.outsider, 'GET', path)).status).toBe(404)
    for (const step of ['cancel', 'remind', 'retry'])
      expect((await o.call(o.outsider, 'POST', `/signatures/${id}/${step}`, {})).status).toBe(404)
    // A reader of the staff who is not asked sees the document, and not who signs it.
    expect((await o.call(o.reader, 'GET', `/signatures/${id}`)).status).toBe(404)
    expect((await o.call(o.reader, 'GET', `/documents/${documentId}/signatures`)).status).toBe(403)
    expect((await o.s.call(null, 'GET', `/signatures/${id}`)).status).toBe(401)
  })

  test('a tie that is taken away closes what was asked', async () => {
    const passing = await o.portal('A passing guardian', { clients: [o.clientId] })
    const { id } = await asked([passing])
    await o.s.owner.query('delete from portal_clients where user_id = $1', [passing.id])
    expect((await o.as(passing, 'GET', `/signatures/${id}`)).status).toBe(404)
    expect((await o.sign(passing, id)).status).toBe(404)
  })

  test('what is typed, drawn and said lies sealed, and goes with the client', async () => {
    const c = await o.good(
      o.call(o.writer, 'POST', '/clients', {
        kind: 'person',
        groupId: o.s.world.groupId,
        contact: { names: [{ given: ['Ignaz'] }] },
      }),
    )
    const folderId = (await o.folder({ name: 'Short', clientId: c.id })).id
    const who = await o.portal('Ignaz Kestrelmoor', { clients: [c.id] })
    const documentId = await o.published(plan, 'a.pdf', folderId)
    const { id } = await o.good(
      o.ask(documentId, [{ userId: who.id, role: 'Kestrelmoor himself' }, o.nurse], {
        message: 'Dear Kestrelmoor',
      }),
    )
    expect((await o.sign(who, id, { mark: { kind: 'typed', text: 'Kestrelmoor' } })).status).toBe(200)
    const rows = async () =>
      JSON.stringify([
        (await o.s.owner.query('select * from signature_requests where id = $1', [id])).rows,
        (await o.s.owner.query('select * from signature_steps where request_id = $1', [id])).rows.map(
          (r) => ({ ...r, mark: r.sealed_mark?.toString('latin1') }),
        ),
        (await o.s.owner.query('select leaf from audit_events where object_id = $1', [id])).rows,
      ])
    expect(await rows()).not.toContain('Kestrelmoor')
    const { headers } = await o.call(o.writer, 'GET', `/clients/${c.id}`)
    const gone = await o.call(
      o.writer,
      'DELETE',
      `/clients/${c.id}`,
      { reason: 'A test of destruction' },
      { 'if-match': String(headers.etag) },
    )
    expect(gone.status, JSON.stringify(gone.body)).toBeLessThan(300)
    await o.settle()
    const { rows: left } = await o.s.owner.query(
      'select state, cancelled_why, sealed_terms from signature_requests where id = $1',
      [id],
    )
    expect(left).toEqual([{ state: 'cancelled', cancelled_why: 'destroyed', sealed_terms: null }])
    const { rows: steps } = await o.s.owner.query(
      'select sealed_signer, sealed_mark from signature_steps where request_id = $1',
      [id],
    )
    expect(steps.every((r) => r.sealed_signer === null && r.sealed_mark === null)).toBe(true)
    expect((await o.sign(o.nurse, id)).status).toBeGreaterThanOrEqual(400)
  })
})
