import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { owners } from '../../app.ts'
import { accounts } from '../../testing/accounts.ts'
import { Authenticator } from '../../testing/authenticator.ts'
import { SINK_LOGIN, type Sink, startSink } from '../../testing/sink.ts'
import type { Person } from '../../testing/world.ts'
import { makeCopy } from './copy.ts'
import { PASSWORD, type Signer, type Signing, startSigning } from './testing/signing.ts'
import { verifySigned } from './verify/verify.ts'

// What stands around a signature: who shows that it is them, whom mail is written to, and what happens in between.

let o: Signing
let sink: Sink
let admin: Person
let plan: Buffer
const { codeFor } = accounts(() => ({ s: o.s, admin }))
beforeAll(async () => {
  o = await startSigning()
  sink = await startSink()
  admin = await o.s.world.person('administrator', 'nowhere')
  plan = await o.plan()
  const { port, ca } = sink
  await o.good(
    o.s.call(
      admin.token,
      'PUT',
      '/mail/outbound',
      {
        ...{ enabled: true, host: 'localhost', security: 'starttls', port, ca, login: SINK_LOGIN },
        ...{ fromAddress: 'desk@clinic.example', fromName: 'The desk' },
      },
      { 'if-match': '"0"' },
    ),
  )
})
afterAll(async () => {
  await sink.stop()
  await o.stop()
})
beforeEach(() => o.s.owner.query('truncate rate_limits'))

async function asked(signers: Signer[], content: Buffer = plan, name?: string) {
  const documentId = await o.published(content, name)
  const { id } = await o.good(o.ask(documentId, signers, { message: 'About Wanda' }))
  return { id: id as string, documentId }
}
const fields = (answer: { body: { errors?: { field: string }[] } }) => answer.body.errors?.map((e) => e.field)

describe('who signs shows that it is them', () => {
  test('by the code of their app as well, once they have one', async () => {
    const { id: userId } = await o.s.world.custom(['documents:read'], { clinical: 'read' })
    const before = await o.signedIn(userId, 'Theo Tern')
    const { secret } = await o.good(o.s.call(before, 'POST', '/me/totp', { password: PASSWORD }))
    await o.good(o.s.call(before, 'POST', '/me/totp/confirm', { code: await codeFor(userId, secret) }))
    // What was signed in without a code is not any more.
    const who = await o.signedIn(userId)
    const { id } = await asked([who])
    expect(fields(await o.sign(who, id))).toEqual(['code'])
    const code = await codeFor(userId, secret)
    expect((await o.sign(who, id, { proof: { password: PASSWORD, code } })).body.state).toBe('signed')
  })

  test('by a passkey, whose challenge is for this and for once', async () => {
    const phone = new Authenticator('https://localhost')
    const me = (path: string, body: object) => o.s.call(o.patient, 'POST', `/me/${path}`, body)
    const made = await o.good(me('passkeys/options', { password: PASSWORD }))
    await o.good(me('passkeys', { name: 'Phone', response: phone.create(made.options) }))
    const { id } = await asked([o.patient, o.guardian])
    const shown = async () => phone.get((await o.good(me('confirm/passkey/options', {}))).options)
    // Of a sign-in, and of somebody else.
    const { options } = (await o.s.call(null, 'POST', '/sign-in/passkey/options', {})).body
    expect(fields(await o.sign(o.patient, id, { proof: { passkey: phone.get(options) } }))).toEqual([
      'passkey',
    ])
    const passkey = await shown()
    expect(fields(await o.sign(o.guardian, id, { proof: { passkey } }))).toEqual(['passkey'])
    expect((await o.sign(o.patient, id, { proof: { passkey: await shown() } })).status).toBe(200)
    const again = await asked([o.patient])
    const once = await shown()
    await o.good(o.sign(o.patient, again.id, { proof: { passkey: once } }))
    const third = await asked([o.patient])
    expect(fields(await o.sign(o.patient, third.id, { proof: { passkey: once } }))).toEqual(['passkey'])
  })

  test('and too many wrong tries lock the account and end the session', async () => {
    const who = await o.portal('A clumsy guardian', { clients: [o.clientId] })
    const { id } = await asked([who])
    for (let i = 0; i < 20; i++) {
      const { status } = await o.sign(who, id, { proof: { password: 'not mine at all' } })
      if (status === 401) break
    }
    expect((await o.sign(who, id)).status).toBe(401)
    expect((await o.read(id)).steps[0].state).toBe('waiting')
  })
})

test('mail goes to whoever’s turn it is, and at the end to whoever asked: fixed words and a link', async () => {
  // What other tests left to be told goes first.
  const hurry = () => o.s.owner.query('update graphile_worker._private_jobs set run_at = now()')
  const documentId = await o.published(plan, 'Plan for Wanda.pdf')
  await o.settle()
  await hurry()
  await o.settle()
  sink.mails.length = 0
  const { id } = await o.good(o.ask(documentId, [o.nurse, o.patient], { message: 'About Wanda' }))
  await o.settle()
  const { email: nurse } = o.reader
  expect(sink.mails.map((m) => m.to)).toEqual([[nurse]])
  const said = (n: number) => sink.mails.at(n)!.raw.replace(/=\r\n/g, '')
  expect(said(0)).toContain(`https://localhost/signatures/${id}`)
  await o.good(o.sign(o.nurse, id))
  await o.settle()
  await hurry()
  // They have been in the portal since: nothing is written to them.
  await o.s.owner.query(
    "update sessions set last_seen_at = now() - interval '10 minutes' where user_id = $1",
    [o.patient.id],
  )
  await o.settle()
  expect(sink.mails).toHaveLength(2)
  await o.good(o.sign(o.patient, id))
  await o.settle()
  expect(sink.mails.at(-1)!.to).toEqual([o.writer.email])
  expect(said(-1)).toContain(`https://localhost/documents/${documentId}`)
  for (const { raw } of sink.mails) expect(raw).not.toMatch(/Wanda|Plan|Nora|Nightjar|agree/)
})

test('it stands in the history of the client and of the document', async () => {
  const { id, documentId } = await asked([o.nurse])
  await o.good(o.sign(o.nurse, id))
  const { items } = await o.good(o.call(o.writer, 'GET', `/clients/${o.clientId}/history`))
  const actions = items.map((e: { action: string }) => e.action)
  expect(actions).toEqual(expect.arrayContaining(['signature.ask', 'signature.sign']))
  const of = (who: Person) => o.call(who, 'GET', `/documents/${documentId}/history`)
  const own = (await o.good(of(o.writer))).items.map((e: { action: string }) => e.action)
  expect(own).toEqual(
    expect.arrayContaining(['document.create', 'document.publish', 'signature.ask', 'signature.sign']),
  )
  expect([(await of(o.reader)).status, (await of(o.outsider)).status]).toEqual([403, 404])
})

test('a picture is shown on a page, stands in the copy as it is, and verifies', async () => {
  const canvas = createCanvas(400, 300)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 400, 300)
  const picture = canvas.toBuffer('image/png')
  const { id } = await asked([o.nurse], picture, 'Form.png')
  await o.good(o.sign(o.nurse, id))
  await o.settle()
  const { log, key } = await o.exported()
  const report = await verifySigned(await o.download(o.nurse, id), log, key)
  expect(report).toMatchObject({
    ok: true,
    rounds: [{ document: { type: 'image/png', bytes: picture.length } }],
  })
})

test('a client destroyed between the last signature and the copy: nothing is made of it', async () => {
  const client = await o.good(
    o.call(o.writer, 'POST', '/clients', {
      kind: 'person',
      groupId: o.s.world.groupId,
      contact: { names: [{ given: ['Ignaz'] }] },
    }),
  )
  const folderId = (await o.folder({ name: 'Short', clientId: client.id })).id
  const documentId = await o.published(plan, 'a.pdf', folderId)
  const { id } = await o.good(o.ask(documentId, [o.nurse]))
  await o.good(o.sign(o.nurse, id))
  const { headers } = await o.call(o.writer, 'GET', `/clients/${client.id}`)
  await o.good(
    o.call(
      o.writer,
      'DELETE',
      `/clients/${client.id}`,
      { reason: 'A test of destruction' },
      {
        'if-match': String(headers.etag),
      },
    ),
  )
  await o.exported()
  await makeCopy(o.s.services, owners, {
    ...{ orgId: o.s.world.orgId, payload: { requestId: id }, attempt: 1, lastAttempt: false },
    signal: undefined,
  })
  const { rows } = await o.s.owner.query('select state, copy_n from signature_requests where id = $1', [id])
  expect(rows).toEqual([{ state: 'cancelled', copy_n: null }])
  expect(await o.events('signature.complete', id)).toEqual([])
})
