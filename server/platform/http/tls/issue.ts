import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import { isIP, isIPv4 } from 'node:net'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509'
import * as x509 from '@peculiar/x509'

/** A private key and its certificate, both PEM. */
export interface KeyPair {
  key: string
  cert: string
}

const DAY = 86_400_000
/** ECDSA on P-256 with SHA-256: FIPS 186-5, and understood by every browser. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
/** Clocks of other machines may be behind. */
const EARLIER = DAY
export const AUTHORITY_DAYS = 3650
/** The longest that browsers accept of a server's certificate is 398 days. */
export const SERVER_DAYS = 397

const generate = () =>
  crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>

async function pem(key: CryptoKey): Promise<string> {
  return `${x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
}

async function importKey(text: string): Promise<CryptoKey> {
  const [der] = x509.PemConverter.decode(text)
  return crypto.subtle.importKey('pkcs8', der!, ALGORITHM, true, ['sign'])
}

/** One address alone: RFC 5280 writes addresses in a constraint with a mask. */
function subtree(host: string): GeneralSubtree {
  const base = isIP(host)
    ? new GeneralName({ iPAddress: `${host}/${isIPv4(host) ? 32 : 128}` })
    : new GeneralName({ dNSName: host })
  return new GeneralSubtree({ base })
}

/** What an authority may speak for (RFC 5280, 4.2.1.10), as the bytes of the extension. */
function constraints(hosts: string[]): ArrayBuffer {
  const permittedSubtrees = new GeneralSubtrees(hosts.map(subtree))
  return AsnConvert.serialize(new NameConstraints({ permittedSubtrees }))
}

/**
 * A certificate authority for these hosts alone. People may trust it in their browser: even with its key, nobody
 * can make them believe in any other site.
 */
export async function issueAuthority(hosts: string[], now = Date.now()): Promise<KeyPair> {
  const keys = await generate()
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Wellkeep local authority, O=Wellkeep',
    notBefore: new Date(now - EARLIER),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension(id_ce_nameConstraints, true, constraints(hosts)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: await pem(keys.privateKey), cert: `${cert.toString('pem')}\n` }
}

/** Whether an authority was made for just these hosts. */
export function speaksFor(authority: string, hosts: string[]): boolean {
  const found = new x509.X509Certificate(authority).getExtension(id_ce_nameConstraints)
  return !!found && Buffer.from(found.value).equals(Buffer.from(constraints(hosts)))
}

/** A certificate for the server, with a key of its own, signed by the authority. */
export async function issueServer(hosts: string[], authority: KeyPair, now = Date.now()): Promise<KeyPair> {
  const keys = await generate()
  const issuer = new x509.X509Certificate(authority.cert)
  const cert = await x509.X509CertificateGenerator.create({
    subject: `CN=${isIP(hosts[0]!) ? 'Wellkeep' : hosts[0]}, O=Wellkeep`,
    issuer: issuer.subject,
    notBefore: new Date(now - EARLIER),
    notAfter: new Date(now + SERVER_DAYS * DAY),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((host) => ({ type: isIP(host) ? 'ip' : 'dns', value: host })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  })
  return { key: await pem(keys.privateKey), cert: `${cert.toString('pem')}\n` }
}
