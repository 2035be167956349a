import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer, type Server } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Certificate, CertificateError, certificateHosts, ensureCertificate } from './certificate.ts'
import { issueServer } from './issue.ts'
import { keepCertificateFresh } from './renewal.ts'

const DAY = 86_400_000
let dir: string
let servers: Server[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wellkeep-tls-'))
  servers = []
})
afterEach(() => {
  for (const s of servers) s.close()
  rmSync(dir, { recursive: true, force: true })
})

async function serve(pair: { key: string; cert: string }) {
  const server = createServer({ key: pair.key, cert: pair.cert }, (socket) => socket.end())
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** The fingerprint that a client sees who trusts the authority alone and asks for `servername`. */
function visit(port: number, servername: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername, ca }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

const authorityOf = (c: Certificate) => readFileSync(c.authorityPath!, 'utf8')

test('whoever trusts the authority reaches the server under each of its names', async () => {
  const made = await ensureCertificate(dir, { hosts: ['Clinic.example', '192.0.2.7', 'localhost'] })
  const { port } = await serve(made)
  for (const name of ['localhost', 'clinic.example'])
    expect(await visit(port, name, authorityOf(made))).toBe(made.fingerprint)
  await expect(visit(port, 'other.example', authorityOf(made))).rejects.toThrow('does not match')
  const parsed = new X509Certificate(made.cert)
  for (const address of ['127.0.0.1', '::1', '192.0.2.7']) expect(parsed.checkIP(address)).toBe(address)
  for (const file of ['server.pem', 'authority.pem'])
    expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
  expect(authorityOf(made)).not.toContain('PRIVATE')
})

test('the authority can vouch for no other site', async () => {
  await ensureCertificate(dir, { hosts: [] })
  const text = readFileSync(join(dir, 'authority.pem'), 'utf8')
  const [key, cert] = [
    text.slice(0, text.indexOf('-----BEGIN CERT')),
    text.slice(text.indexOf('-----BEGIN CERT')),
  ]
  const forged = await issueServer(['bank.example'], { key, cert })
  const { port } = await serve(forged)
  await expect(visit(port, 'bank.example', cert)).rejects.toThrow('permitted subtree violation')
})

test('it stays until a month before its end; the authority stays longer', async () => {
  const now = Date.now()
  const first = await ensureCertificate(dir, { hosts: [], now })
  expect((first.expires.getTime() - now) / DAY).toBeGreaterThan(396)
  expect((await ensureCertificate(dir, { hosts: [], now: now + 366 * DAY })).fingerprint).toBe(
    first.fingerprint,
  )
  const renewed = await ensureCertificate(dir, { hosts: [], now: now + 368 * DAY })
  expect(renewed.fingerprint).not.toBe(first.fingerprint)
  expect(renewed.key).not.toBe(first.key)
  expect(authorityOf(renewed)).toContain('BEGIN CERTIFICATE')
  expect(
    new X509Certificate(renewed.cert).verify(
      new X509Certificate(first.cert.split(/(?=-----BEGIN)/)[1]!).publicKey,
    ),
  ).toBe(true)
})

test('a new name, or a damaged file, gives a new certificate', async () => {
  const first = await ensureCertificate(dir, { hosts: [] })
  const named = await ensureCertificate(dir, { hosts: ['clinic.example'] })
  expect(await visit((await serve(named)).port, 'clinic.example', authorityOf(named))).toBe(named.fingerprint)
  expect(named.fingerprint).not.toBe(first.fingerprint)
  writeFileSync(join(dir, 'server.pem'), readFileSync(join(dir, 'server.pem'), 'utf8').slice(0, 400))
  const mended = await ensureCertificate(dir, { hosts: ['clinic.example'] })
  expect(await visit((await serve(mended)).port, 'clinic.example', authorityOf(named))).toBe(
    mended.fingerprint,
  )
})

test("one's own certificate is taken as it is, and refused in words when it can not be", async () => {
  const made = await ensureCertificate(join(dir, 'made'), { hosts: [] })
  const certPath = join(dir, 'own.crt')
  const keyPath = join(dir, 'own.key')
  writeFileSync(certPath, made.cert)
  writeFileSync(keyPath, made.key)
  expect(await ensureCertificate(dir, { hosts: [], certPath, keyPath })).toMatchObject({
    fingerprint: made.fingerprint,
    authorityPath: undefined,
  })

  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string
  writeFileSync(keyPath, other)
  await expect(ensureCertificate(dir, { hosts: [], certPath, keyPath })).rejects.toThrow(
    `the key ${keyPath} does not belong to ${certPath}`,
  )
  writeFileSync(keyPath, 'canary')
  const refusal = await ensureCertificate(dir, { hosts: [], certPath, keyPath }).catch((e) => e)
  expect(refusal).toBeInstanceOf(CertificateError)
  expect(refusal.message).toContain(keyPath)
  expect(refusal.message).not.toContain('canary')
  await expect(ensureCertificate(dir, { hosts: [], certPath })).rejects.toThrow('set both')
  await expect(ensureCertificate(dir, { hosts: [], certPath: '/nowhere', keyPath })).rejects.toThrow(
    '/nowhere can not be read',
  )
})

test('a running server takes up a renewed certificate', async () => {
  const first = await ensureCertificate(dir, { hosts: [], now: Date.now() - 370 * DAY })
  const { server, port } = await serve(first)
  const errors: unknown[] = []
  let fail = true
  const ensure = async () => {
    if (fail) {
      fail = false
      throw new Error('the disk is full')
    }
    return ensureCertificate(dir, { hosts: [] })
  }
  const end = keepCertificateFresh(server, first, ensure, (e) => errors.push(e), 5)
  let seen = first.fingerprint
  while (seen === first.fingerprint) seen = await visit(port, 'localhost', authorityOf(first))
  await end()
  expect(seen).toBe((await ensureCertificate(dir, { hosts: [] })).fingerprint)
  expect(errors.map(String)).toEqual(['Error: the disk is full'])
})

test('hosts are what a browser can ask for', () => {
  expect(
    certificateHosts(['[::1]', 'B.example', 'a.example', 'b.example', '10.0.0.1', 'not a host']),
  ).toEqual(['localhost', '127.0.0.1', '::1', '10.0.0.1', 'a.example', 'b.example'])
  expect(certificateHosts(['0.0.0.0'])).not.toContain('0.0.0.0')
})
