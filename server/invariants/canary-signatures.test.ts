import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Signing, startSigning } from '../domains/signatures/testing/signing.ts'
import { findIn } from '../testing/find-in.ts'

// Invariant 1 for signatures: what is agreed to, drawn, typed and said, and the copy that is made of it.

const CANARY = 'Zwirbelqx'
let o: Signing
beforeAll(async () => {
  o = await startSigning()
})
afterAll(() => o.stop())

it('finds no planted value of signatures in the database’s files, its log, or the server’s folder', async () => {
  const c = (what: string) => `${CANARY}${what}`
  const who = await o.portal(c('signer'), { clients: [o.clientId] })
  const words = { consent: c('consent'), message: c('message') }
  const ask = async () => {
    const documentId = await o.published(`${c('content')} of a text`, `${c('name')}.txt`)
    const signers = [{ userId: who.id, role: c('role') }]
    return (await o.good(o.ask(documentId, signers, words))).id as string
  }
  const canvas = createCanvas(200, 60)
  canvas.getContext('2d').fillRect(5, 20, 180, 9)
  const png = canvas.toBuffer('image/png')
  const proof = { password: c('wrong password') }
  const first = await ask()
  expect((await o.sign(who, first, { consent: words.consent, proof })).status).toBe(422)
  const mark = { kind: 'typed', text: c('typed') }
  await o.good(o.sign(who, first, { consent: words.consent, mark }))
  const drawn = await ask()
  await o.good(
    o.sign(who, drawn, { consent: words.consent, mark: { kind: 'drawn', png: png.toString('base64') } }),
  )
  await o.good(o.as(who, 'POST', `/signatures/${await ask()}/decline`, { reason: c('reason') }))
  await o.good(o.call(o.writer, 'POST', `/signatures/${await ask()}/cancel`, { reason: c('cancel') }))
  await o.settle()
  expect((await o.read(first)).state).toBe('complete')
  expect((await o.download(who, first)).length).toBeGreaterThan(1000)
  await o.good(o.call(o.writer, 'GET', `/signatures/${first}`))
  // Refused and malformed requests must not leave it behind either.
  await o.as(who, 'POST', `/signatures/${first}/decline`, { reason: 7, more: c('more') })
  await o.as(who, 'GET', `/signatures/${c('url')}`)

  await o.s.owner.query('checkpoint')
  const { rows } = await o.s.owner.query('show data_directory')
  expect((await findIn(rows[0].data_directory, ['Maple Grove North'])).length).toBeGreaterThan(0)
  const needles = [CANARY, CANARY.toLowerCase()]
  for (const place of [rows[0].data_directory, o.s.dataDir]) {
    expect(await findIn(place, needles)).toEqual([])
    expect(await findIn(place, [png.toString('base64').slice(60, 110)])).toEqual([])
  }
})
