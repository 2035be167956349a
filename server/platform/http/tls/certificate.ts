import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { KeyPair } from './issue.ts'

export interface Certificate {
  /** PEM, as `https.createServer` and Fastify take them; `cert` is the chain, the server's own first. */
  key: string
  cert: string
  /** SHA-256 of the server's certificate, colon-separated, as browsers show it. */
  fingerprint: string
  /** When the server's certificate ends. */
  expires: Date
  /** Where the local authority's certificate lies, for people to trust; undefined with a certificate of one's own. */
  authorityPath: string | undefined
}

export interface CertificateOptions {
  /** Names and addresses by which the server is reached, beside `localhost`, `127.0.0.1` and `::1`. */
  hosts: string[]
  /** A certificate (chain) and key of one's own, PEM files: taken as they are (WELLKEEP_TLS_CERT, WELLKEEP_TLS_KEY). */
  certPath?: string | undefined
  keyPath?: string | undefined
  /** The time, for tests. */
  now?: number
}

/** A certificate of one's own that can't be used. The message names the file, and never holds the key. */
export class CertificateError extends Error {}

const DAY = 86_400_000
const RENEW_DAYS = 30
const ALWAYS = ['localhost', '127.0.0.1', '::1']
/** "All addresses of this machine" is nothing that a browser could ask for; the machine's name is. */
const UNSPECIFIED = ['0.0.0.0', '::', '']

/** What the certificate is for: sorted, without repetitions, names in lower case. */
export function certificateHosts(hosts: string[]): string[] {
  const bare = hosts.map((h) => h.replace(/^\[(.*)\]$/, '$1').toLowerCase())
  const named = bare.map((h) => (UNSPECIFIED.includes(h) ? hostname().toLowerCase() : h))
  const more = named.filter(
    (h) => !ALWAYS.includes(h) && (isIP(h) > 0 || /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(h)),
  )
  return [...ALWAYS, ...[...new Set(more)].sort()]
}

async function readPair(path: string): Promise<KeyPair | undefined> {
  try {
    const text = await readFile(path, 'utf8')
    const key = text.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n/)?.[0]
    return key ? { key, cert: text.replace(key, '') } : undefined
  } catch {
    return undefined
  }
}

/** Key and certificate lie in one file that is written whole: a crash can't leave halves of two pairs. */
async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  const handle = await open(temporary, 'w', mode)
  await handle.writeFile(text)
  await handle.sync()
  await handle.close()
  await chmod(temporary, mode)
  await rename(temporary, path)
}

/** Whether a pair is whole and lasts for `days` more. */
function lasts(pair: KeyPair, days: number, now: number): boolean {
  try {
    const cert = new X509Certificate(pair.cert)
    const ends = Date.parse(cert.validTo)
    return (
      ends - now > days * DAY &&
      Date.parse(cert.validFrom) <= now &&
      cert.checkPrivateKey(createPrivateKey(pair.key))
    )
  } catch {
    return false
  }
}

function covers(pair: KeyPair, hosts: string[]): boolean {
  const cert = new X509Certificate(pair.cert)
  return hosts.every((h) => (isIP(h) ? cert.checkIP(h) : cert.checkHost(h, { subject: 'never' })))
}

/** The authority of the folder: kept for ten years, made anew when it may not speak for one of the hosts. */
async function ensureAuthority(dir: string, hosts: string[], now: number): Promise<KeyPair> {
  // Loaded only when something is issued: a normal start does without.
  const { AUTHORITY_DAYS, issueAuthority, SERVER_DAYS, speaksFor } = await import('./issue.ts')
  const path = join(dir, 'authority.pem')
  const found = await readPair(path)
  if (found && lasts(found, Math.min(SERVER_DAYS, AUTHORITY_DAYS), now) && speaksFor(found.cert, hosts))
    return found
  const made = await issueAuthority(hosts, now)
  await writeWhole(path, made.key + made.cert, 0o600)
  await writeWhole(join(dir, 'authority.crt'), made.cert, 0o644)
  return made
}

function describe({ key, cert }: KeyPair, authorityPath: string | undefined): Certificate {
  const parsed = new X509Certificate(cert)
  return { key, cert, fingerprint: parsed.fingerprint256, expires: new Date(parsed.validTo), authorityPath }
}

async function readOwn(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CertificateError(
      `the TLS ${what} ${path} can not be read (${(error as NodeJS.ErrnoException).code})`,
    )
  }
}

async function ownCertificate(certPath: string, keyPath: string): Promise<Certificate> {
  const pair = { cert: await readOwn(certPath, 'certificate'), key: await readOwn(keyPath, 'key') }
  const parse = <T>(read: () => T, message: string): T => {
    try {
      return read()
    } catch {
      throw new CertificateError(message)
    }
  }
  const cert = parse(() => new X509Certificate(pair.cert), `${certPath} is not a certificate in PEM form`)
  const key = parse(
    () => createPrivateKey(pair.key),
    `${keyPath} is not a private key in PEM form without a passphrase`,
  )
  if (!cert.checkPrivateKey(key))
    throw new CertificateError(`the key ${keyPath} does not belong to ${certPath}`)
  return describe(pair, undefined)
}

/**
 * The server's certificate: one's own when `certPath` and `keyPath` are given, else one from a local authority
 * in `dir`, made when missing and renewed when it ends within 30 days or lacks one of the hosts.
 * Files: `server.pem` and `authority.pem` (key and certificate, mode 0600), `authority.crt` (to be trusted).
 * Throws {@link CertificateError} for a certificate of one's own that can't be used.
 */
export async function ensureCertificate(dir: string, options: CertificateOptions): Promise<Certificate> {
  const { certPath, keyPath, now = Date.now() } = options
  if (certPath || keyPath) {
    if (!certPath || !keyPath)
      throw new CertificateError('a TLS certificate and its key belong together: set both')
    return ownCertificate(certPath, keyPath)
  }
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const hosts = certificateHosts(options.hosts)
  const authorityPath = join(dir, 'authority.crt')
  const path = join(dir, 'server.pem')
  const found = await readPair(path)
  if (found && lasts(found, RENEW_DAYS, now) && covers(found, hosts)) return describe(found, authorityPath)
  const { issueServer } = await import('./issue.ts')
  const authority = await ensureAuthority(dir, hosts, now)
  const made = await issueServer(hosts, authority, now)
  const chain = { key: made.key, cert: made.cert + authority.cert }
  await writeWhole(path, chain.key + chain.cert, 0o600)
  return describe(chain, authorityPath)
}
