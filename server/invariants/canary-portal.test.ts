import { afterAll, beforeAll, expect, it } from 'vitest'
import { Browser, PASSWORD } from '../testing/accounts.ts'
import { findIn } from '../testing/find-in.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import { runJobs } from '../testing/jobs.ts'

// Invariant 1 for the portal: who its people are, what they and the care team write, and what they ask for.

const CANARY = 'Qvornbz'
let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('finds no planted value of the portal in the database’s files, its log, or the server’s folder', async () => {
  const c = (what: string) => `${CANARY}${what}`
  const email = `${c('mail').toLowerCase()}@example.test`
  const staff = await s.world.custom(
    [
      'clients:read',
      'clients:write',
      'clients:create',
      'portal:read',
      'portal:manage',
      'messages:read',
      'messages:write',
      'tickets:read',
      'tickets:write',
      'forms:read',
      'forms:send',
      'forms:manage',
      'clients:export',
    ],
    { contact: 'write', clinical: 'write' },
  )
  const done = async (answer: ReturnType<TestServer['call']>) => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    return body
  }
  const client = await done(
    s.call(staff.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: [c('client')] }] },
    }),
  )
  const invited = await done(
    s.call(staff.token, 'POST', '/portal-people', {
      name: c('name'),
      email,
      phone: '555 9081726',
      clients: [{ clientId: client.id }],
      deliver: 'code',
    }),
  )
  const { id } = invited.person
  const at = `/portal-people/${id}`
  await done(s.call(staff.token, 'PATCH', at, { name: c('renamed') }, { 'if-match': '"1"' }))
  await done(s.call(staff.token, 'POST', '/portal-people/search', { q: c('renamed') }))
  await s.owner.query(`update organizations set policy = '{"mfaRequired": false}'`)
  const phone = new Browser(s)
  await done(phone.send('POST', '/invitations/accept', { token: invited.code, password: PASSWORD }))
  await done(phone.send('GET', '/portal/me'))
  await done(new Browser(s).send('POST', '/sign-in', { email, password: PASSWORD }))
  await new Browser(s).send('POST', '/sign-in', { email: `${c('nobody')}@example.test`, password: PASSWORD })
  const thread = await done(
    phone.send('POST', '/portal/threads', { clientId: client.id, subject: c('subject'), body: c('body') }),
  )
  await done(s.call(staff.token, 'POST', `/threads/${thread.id}/messages`, { body: c('answer') }))
  await done(s.call(staff.token, 'POST', `/threads/${thread.id}/messages`, { body: c('note'), kind: 'note' }))
  const bytes = Buffer.from(c('attached'))
  const along = await done(
    phone.send('POST', '/portal/files', {
      ownerType: 'thread',
      ownerId: thread.id,
      name: c('attachment'),
      size: bytes.length,
    }),
  )
  await done(phone.send('PUT', `/portal/files/${along.id}/content`, bytes, { 'upload-offset': '0' }))
  await done(phone.send('POST', `/portal/threads/${thread.id}/messages`, { files: [along.id] }))
  await done(phone.send('GET', `/portal/threads/${thread.id}`))
  const request = await done(
    phone.send('POST', '/portal/requests', { subject: c('request'), body: c('ask'), clientId: client.id }),
  )
  await done(phone.send('POST', `/portal/requests/${request.id}/messages`, { body: c('more') }))
  const question = { id: 'q', kind: 'text', label: { en: c('question') }, class: 'clinical' }
  const fields = [
    question,
    { ...question, id: 'name', class: 'contact', prefill: 'given-name' },
    { ...question, id: 'file', kind: 'file' },
  ]
  const form = await done(
    s.call(staff.token, 'POST', '/forms', { definition: { title: { en: c('form') }, fields } }),
  )
  await done(s.call(staff.token, 'POST', `/forms/${form.id}/publish`, {}, { 'if-match': '"1"' }))
  const sent = await done(
    s.call(staff.token, 'POST', '/form-responses', { formId: form.id, clientId: client.id, how: 'send' }),
  )
  const filled = `/portal/form-responses/${sent.id}`
  const content = Buffer.from(c('content'))
  const file = await done(
    phone.send('POST', '/portal/files', {
      ownerType: 'form-response',
      ownerId: sent.id,
      name: c('file'),
      size: content.length,
    }),
  )
  await done(phone.send('PUT', `/portal/files/${file.id}/content`, content, { 'upload-offset': '0' }))
  await done(phone.send('PUT', `${filled}/answers`, { answers: { q: c('draft') } }, { 'if-match': '"1"' }))
  await phone.send('PUT', `${filled}/answers`, { answers: { [c('bad')]: c('bad') } }, { 'if-match': '"2"' })
  const answers = { q: c('answer'), name: c('given'), file: [file.id] }
  await done(phone.send('POST', `${filled}/submit`, { answers }, { 'if-match': '"2"' }))
  const response = await done(s.call(staff.token, 'GET', `/form-responses/${sent.id}`))
  await done(
    s.call(
      staff.token,
      'POST',
      `/form-responses/${sent.id}/take-over`,
      { take: ['name'] },
      { 'if-match': `"${response.clientVersion}"` },
    ),
  )
  await done(s.call(staff.token, 'POST', `/form-responses/${sent.id}/export`, { purpose: c('purpose') }))
  await done(s.call(staff.token, 'POST', `/forms/${form.id}/export`, { purpose: c('purpose') }))
  // Refused and malformed requests must not leave it behind either.
  await phone.send('POST', '/portal/threads', { clientId: c('id'), subject: c('bad'), body: 7 })
  await phone.send('GET', `/portal/threads/${c('url')}`)
  await runJobs(s)

  await s.owner.query('checkpoint')
  const { rows } = await s.owner.query('show data_directory')
  expect((await findIn(rows[0].data_directory, ['Maple Grove North'])).length).toBeGreaterThan(0)
  const needles = [CANARY, CANARY.toLowerCase(), '555 9081726']
  expect(await findIn(rows[0].data_directory, needles)).toEqual([])
  expect(await findIn(s.dataDir, needles)).toEqual([])
})
