import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureCertificate } from '../../../platform/http/tls/index.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import { ticketFiles } from '../../desk/index.ts'
import { fileOwners } from '../../files/index.ts'
import { startDns } from '../testing/dns.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { type Listener, startListener } from './listener.ts'
import { type SenderCheck, SenderProbe } from './sender-check.ts'

// Senders are asked about at a real name server on loopback, over mails that are really signed.

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const KEY = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`
const ZONE = {
  'TXT s1._domainkey.strict.example': [KEY],
  'TXT _dmarc.strict.example': ['v=DMARC1; p=reject'],
  'TXT strict.example': ['v=spf1 ip4:203.0.113.9 -all'],
  'TXT s1._domainkey.plain.example': [KEY],
  'TXT plain.example': ['v=spf1 ip4:203.0.113.9 -all'],
  'TXT silent.example': ['nothing about mail'],
}
const [GOOD, BAD] = ['203.0.113.9', '198.51.100.7']
let dns: Awaited<ReturnType<typeof startDns>>
beforeAll(async () => {
  dns = await startDns(ZONE)
})
afterAll(() => dns.stop())

async function built(from: string, signs?: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: `Rowan Hale <rowan@${from}>`,
    to: 'desk@clinic.example',
    subject: 'Printer',
    text: 'It jams.',
    ...(signs && { dkim: { domainName: signs, keySelector: 's1', privateKey } }),
  })
  return message as Buffer
}
async function probe(mail: Buffer, ip?: string, from = 'rowan@strict.example'): Promise<SenderCheck> {
  const p = new SenderProbe(dns.resolver, ip ? { ip, helo: 'mx.example', from } : undefined)
  const out: Uint8Array[] = []
  // In small pieces, as a slow server sends them.
  const pieces = Array.from({ length: Math.ceil(mail.length / 100) }, (_, i) =>
    mail.subarray(i * 100, i * 100 + 100),
  )
  for await (const chunk of p.through(Readable.from(pieces, { objectMode: false }))) out.push(chunk)
  expect(Buffer.concat(out).equals(mail)).toBe(true)
  return p.result
}

describe('a sender', () => {
  it('is verified by what its domain signed, however the mail came', async () => {
    const mail = await built('strict.example', 'strict.example')
    expect(await probe(mail)).toBe('verified')
    expect(await probe(mail, BAD)).toBe('verified')
    expect(await probe(await built('plain.example', 'plain.example'))).toBe('verified')
  })
  it('is verified by the server that its domain names', async () => {
    expect(await probe(await built('strict.example'), GOOD)).toBe('verified')
    expect(await probe(await built('plain.example'), GOOD, 'rowan@plain.example')).toBe('verified')
  })
  it('is refused by its domain where neither fits', async () => {
    expect(await probe(await built('strict.example'), BAD)).toBe('failed')
    expect(await probe(await built('plain.example'), BAD, 'rowan@plain.example')).toBe('failed')
    // Another domain’s signature and server are none of its own.
    expect(await probe(await built('strict.example', 'plain.example'), GOOD, 'rowan@plain.example')).toBe(
      'failed',
    )
  })
  it('is not verified by a signature that does not fit the mail', async () => {
    const mail = await built('strict.example', 'strict.example')
    const altered = Buffer.from(mail.toString('latin1').replace('It jams.', 'Pay me..'), 'latin1')
    expect(await probe(altered, BAD)).toBe('failed')
    expect(await probe(altered)).toBe('unverified')
  })
  it('is unverified where nobody says anything, and where the server is one’s own', async () => {
    expect(await probe(await built('silent.example'), BAD, 'rowan@silent.example')).toBe('unverified')
    expect(await probe(await built('strict.example'), '192.168.1.20')).toBe('unverified')
    expect(await probe(Buffer.from('no header at all'))).not.toBe('verified')
  })
  it('of a mail with signatures without end is not looked into', async () => {
    const mail = await built('strict.example', 'strict.example')
    const signature = 'DKIM-Signature: v=1; a=rsa-sha256; d=strict.example; s=s1; h=from; bh=x; b=y; l='
    const many = Array.from({ length: 300 }, (_, i) => `${signature}${i}\r\n`).join('')
    const before = dns.asked.length
    expect(await probe(Buffer.concat([Buffer.from(many), mail]))).toBe('unknown')
    expect(dns.asked.length).toBe(before)
  })
})

describe('a mail that comes in', () => {
  let s: TestServer
  let sink: Sink
  let office: Office
  let listener: Listener
  beforeAll(async () => {
    s = await startTestServer()
    s.services.dns = dns.resolver
    sink = await startSink()
    office = await openOffice(s, sink)
    const tls = await ensureCertificate(join(s.dataDir, 'smtp-tls'), { hosts: ['localhost'] })
    listener = await startListener(s.services, fileOwners([ticketFiles]), { host: '127.0.0.1', port: 0, tls })
  })
  afterAll(async () => {
    await listener.stop()
    await sink.stop()
    await s.stop()
  })

  it('says on its ticket whether its sender is verified, and goes nowhere else for it', async () => {
    const clinician = await s.world.person('clinician')
    const client = await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Rowan'], family: 'Hale' }], emails: [{ value: 'rowan@strict.example' }] },
    })
    expect(client.status, JSON.stringify(client.body)).toBe(201)
    const arrived = async (raw: Buffer) => {
      const transport = createTransport({
        host: '127.0.0.1',
        port: listener.port,
        tls: { rejectUnauthorized: false },
      })
      await transport.sendMail({ envelope: { from: 'rowan@strict.example', to: 'desk@clinic.example' }, raw })
      transport.close()
      const { rows } = await s.owner.query('select ticket_id from mail_received order by id desc limit 1')
      const mail = await s.call(office.tech.token, 'GET', `/tickets/${rows[0].ticket_id}/mail`)
      const ticket = await s.call(office.tech.token, 'GET', `/tickets/${rows[0].ticket_id}`)
      return { check: mail.body.received[0].senderCheck, clientId: ticket.body.clientId }
    }
    const known = client.body.id
    expect(await arrived(await built('strict.example', 'strict.example'))).toEqual({
      check: 'verified',
      clientId: known,
    })
    // Whoever it is from: it stands behind the narrower wall, and says that nobody vouches for it.
    expect(await arrived(await built('strict.example'))).toEqual({ check: 'unverified', clientId: known })
  })
})
