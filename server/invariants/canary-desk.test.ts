import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ticketFiles } from '../domains/desk/index.ts'
import { fileOwners } from '../domains/files/index.ts'
import { type Listener, startListener } from '../domains/mail/index.ts'
import { type Office, openOffice } from '../domains/mail/testing/office.ts'
import { handOver } from '../domains/mail/testing/send.ts'
import { ensureCertificate } from '../platform/http/tls/index.ts'
import { scannedPdf, textPdf } from '../platform/reading/testing/pdfs.ts'
import { picture } from '../platform/reading/testing/pictures.ts'
import { findIn } from '../testing/find-in.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import { runJobs } from '../testing/jobs.ts'
import { type Sink, startSink } from '../testing/sink.ts'
import type { Person } from '../testing/world.ts'

// Invariant 1 for all that the desk takes in: texts of every kind, files that are read as text, as PDF and by OCR, mail in
// and out, working time and every typed reason. The temporary folder is watched while files are read.

const CANARY = 'Qzvwxjk'
const c = (what: string) => `${CANARY}${what}`
const NUMBER = '536-22-8145'
const OUTSIDE = 'rowan.hale@home.example'
const COPIED = ['front.zlb@clinic-two.example', 'blind.zlb@clinic-two.example']
const reason = c('reason')
/** A setting, plain by design: the search itself works. */
const PLAIN = 'Hlqzrtv checklist'

let temp: string
const before = process.env.TMPDIR
let s: TestServer
let sink: Sink
let office: Office
let listener: Listener
let who: Person
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'canary-'))
  process.env.TMPDIR = temp
  s = await startTestServer()
  sink = await startSink()
  office = await openOffice(s, sink)
  const tls = await ensureCertificate(join(s.dataDir, 'smtp-tls'), { hosts: ['localhost'] })
  listener = await startListener(s.services, fileOwners([ticketFiles]), { host: '127.0.0.1', port: 0, tls })
  who = await s.world.custom(PERMISSIONS, CLASSES)
})
afterAll(async () => {
  await listener.stop()
  await sink.stop()
  await s.stop()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await rm(temp, { recursive: true, force: true })
})

const PERMISSIONS = [
  ...['clients:read', 'clients:write', 'clients:create', 'desk:settings', 'mail:release', 'contracts:manage'],
  ...['tickets:read', 'tickets:write', 'tickets:create', 'tickets:merge', 'tickets:close-override'],
  ...['files:read', 'files:write', 'files:reveal', 'files:clear', 'files:purge', 'files:move'],
  ...['time:write', 'time:approve', 'reports:read'],
]
const CLASSES = { contact: 'write', clinical: 'write' } as const

async function call(method: string, path: string, body?: unknown, headers = {}, as = who) {
  const answer = await s.call(as.token, method, path, body, headers)
  expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

/** Works off all jobs while the temporary folder is searched again and again. */
async function readWatched(): Promise<string[]> {
  let busy = true
  const jobs = runJobs(s).finally(() => {
    busy = false
  })
  const hits: string[] = []
  while (busy) {
    hits.push(...(await findIn(temp, [CANARY, NUMBER])))
    await setTimeout(30)
  }
  await jobs
  return hits
}

async function upload(ticketId: string, name: string, bytes: Buffer): Promise<string> {
  const made = await call('POST', '/files', {
    ownerType: 'ticket',
    ownerId: ticketId,
    name,
    size: bytes.length,
  })
  await s.call(who.token, 'PUT', `/files/${made.id}/content`, bytes, { 'upload-offset': '0' })
  return made.id
}

async function workOnTicket(clientId: string): Promise<string> {
  const ticket = await call('POST', '/tickets', { subject: c('subject'), body: c('body'), clientId })
  const at = `/tickets/${ticket.id}`
  const list = await call('POST', '/checklist-templates', {
    name: PLAIN,
    steps: [{ title: 'Look', required: true, roleId: null, people: 1 }],
  })
  const { steps } = await call('POST', `${at}/checklists`, { templateId: list.id })
  await call('POST', `${at}/steps/${steps[0].id}`, { action: 'done', note: c('step') })
  const macro = await call('POST', '/ticket-macros', {
    name: c('macro'),
    body: `${c('macro')} {{ticket.subject}}`,
  })
  const template = await call('POST', '/ticket-templates', { name: c('template'), subject: c('template') })
  await call('POST', '/ticket-schedules', {
    name: c('schedule'),
    templateId: template.id,
    times: { every: 1, unit: 'day', starts: '2026-01-01', time: '08:00', timeZone: 'UTC' },
  })
  await call('POST', '/ticket-rules', {
    name: PLAIN,
    on: 'changed',
    conditions: { tags: [c('rule')] },
    actions: { kind: 'internal', body: c('rule'), addTags: [c('rule')] },
  })
  await call('POST', `${at}/macros/${macro.id}/fill`, {})
  await call('POST', `${at}/macros/${macro.id}/apply`, {})
  await call('POST', `${at}/messages`, { kind: 'internal', body: `${c('note')} ${NUMBER}` })
  const time = await call('POST', `${at}/time`, {
    date: new Date().toISOString().slice(0, 10),
    minutes: 5,
    note: c('time'),
  })
  await call('POST', '/time-entries/submit', { ids: [time.id] })
  const lead = await s.world.custom([...PERMISSIONS], CLASSES)
  await call('POST', '/time-entries/decide', { ids: [time.id], decision: 'reject', reason }, {}, lead)
  const other = await call('POST', '/tickets', { subject: c('merged'), body: c('merged') })
  await call('POST', `/tickets/${other.id}/merge`, { into: ticket.id })
  return ticket.id
}

async function workOnFiles(ticketId: string, clientId: string): Promise<void> {
  const words = [`${c('page')} has the number`, NUMBER, 'born 03/14/1961']
  const scan = picture(words)
  const ids = [
    await upload(ticketId, `${c('name')}.txt`, Buffer.from(words.join(' '))),
    await upload(ticketId, `${c('name')}.pdf`, await textPdf([words.join(' ')])),
    await upload(ticketId, `${c('name')}.png`, scan),
    await upload(ticketId, `${c('name')}2.pdf`, await scannedPdf(scan)),
  ]
  expect(await readWatched()).toEqual([])
  for (const id of ids) {
    expect((await call('GET', `/files/${id}`)).state, id).toBe('suspected')
    await call('POST', `/files/${id}/reveal`, { reason })
    await s.call(who.token, 'GET', `/files/${id}/content`)
    await s.call(who.token, 'GET', `/files/${id}/preview?page=1`)
  }
  expect(await findIn(temp, [CANARY, NUMBER])).toEqual([])
  await call('POST', `/files/${ids[0]}/clear`, { reason })
  await call('POST', `/files/${ids[1]}/move`, { reason, clientId })
  await call('POST', `/files/${ids[2]}/purge`, { reason })
}

async function workOnMail(): Promise<void> {
  const raw = [
    `From: ${c('Sender')} <${OUTSIDE}>`,
    'To: desk@clinic.example',
    `Cc: ${c('Copied')} <${COPIED[0]}>`,
    `Subject: ${c('mail')}`,
    `Message-ID: <${c('id')}@home.example>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    `<p>${c('html')} ${NUMBER}</p>`,
    '--b',
    `Content-Type: text/plain; name="${c('attached')}.txt"`,
    `Content-Disposition: attachment; filename="${c('attached')}.txt"`,
    '',
    `${c('attachment')} ${NUMBER}`,
    '--b--',
    '',
  ].join('\r\n')
  await handOver(listener.port, { from: OUTSIDE, to: 'desk@clinic.example', raw })
  expect(await readWatched()).toEqual([])
  await office.setGate('ask')
  const { rows } = await s.owner.query("select ticket_id from mail_received where outcome = 'ticket'")
  const at = `/tickets/${rows[0].ticket_id}`
  await call('POST', `${at}/messages`, {
    kind: 'public',
    body: `${c('answer')} ${NUMBER}`,
    cc: [COPIED[0]],
    bcc: [COPIED[1]],
  })
  await runJobs(s)
  const [held] = (await call('GET', '/mail/held')).items
  await call('POST', `/mail/held/${held.id}/decide`, { decision: 'send', reason })
  await runJobs(s)
  expect(sink.mails.at(-1)!.raw).toContain(c('answer'))
  expect(sink.mails.at(-1)!.to).toEqual([OUTSIDE, ...COPIED])
  await call('POST', `${at}/close-override`, { status: 'resolved', reason })
}

it('leaves nothing of it in the clear', async () => {
  const { id: clientId } = await call('POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Ada'], family: 'Winterbourne' }] },
  })
  const ticketId = await workOnTicket(clientId)
  await workOnFiles(ticketId, clientId)
  await workOnMail()
  for (const path of [`/tickets/${ticketId}`, `/tickets/${ticketId}/history`, '/notifications'])
    await call('GET', path)
  await s.owner.query('checkpoint')
  const data = (await s.owner.query('show data_directory')).rows[0].data_directory
  expect((await findIn(data, [PLAIN])).length).toBeGreaterThan(0)
  const needles = [CANARY, CANARY.toLowerCase(), NUMBER, NUMBER.replaceAll('-', ''), OUTSIDE, ...COPIED]
  expect(await findIn(data, needles)).toEqual([])
  expect(await findIn(temp, needles)).toEqual([])
})
