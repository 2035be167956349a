import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../cli/testing.ts'
import { generateNoteKey } from '../../../tlog/index.ts'
import { certify } from '../../platform/reading/child/certify.ts'
import { certificatePages } from './evidence/certificate.ts'
import { type Evidence, evidenceName } from './evidence/evidence.ts'
import { CONSENT, type Signing, startSigning } from './testing/signing.ts'
import { readSigned } from './verify/signed-file.ts'
import { verifySigned } from './verify/verify.ts'

let o: Signing
let plan: Buffer
let copy: Buffer
let log: string
/** An export of before the copy was made. */
let early: string
let key: string
beforeAll(async () => {
  o = await startSigning()
  plan = await o.plan()
  const documentId = await o.published(plan)
  const { id } = await o.good(
    o.ask(documentId, [
      { userId: o.nurse.id, role: 'Nurse' },
      { userId: o.patient.id, role: 'Patient' },
    ]),
  )
  await o.good(o.sign(o.nurse, id))
  await o.good(o.sign(o.patient, id))
  early = (await o.exported()).log
  await o.settle()
  copy = await o.download(o.patient, id)
  ;({ log, key } = await o.exported())
})
afterAll(() => o.stop())

const evidenceOf = async (file: Uint8Array): Promise<Evidence> => {
  const read = await readSigned(file)
  if ('code' in read) throw new Error(read.code)
  return structuredClone(read.rounds[0]!.evidence)
}
const codes = async (file: Uint8Array) => {
  const report = await verifySigned(file, log, key)
  expect(report.ok).toBe(report.findings.length + report.rounds.flatMap((r) => r.findings).length === 0)
  return [...report.findings, ...report.rounds.flatMap((r) => r.findings)].map((f) => f.code)
}
/** As somebody would who has the original and this program, and makes the file anew with other evidence. */
async function forged(change: (e: Evidence) => void, original = plan): Promise<Buffer> {
  const evidence = await evidenceOf(copy)
  change(evidence)
  const pages = await certificatePages({ organization: 'Maple Grove Care', documentName: 'Plan', evidence })
  const made = await certify(original, 'application/pdf', {
    task: 'certify',
    pages: pages.toString('base64'),
    evidence: JSON.stringify(evidence),
    evidenceName: evidenceName(evidence.request.id),
    originalName: '',
  })
  return Buffer.concat([original, made.bytes])
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('a signed file', () => {
  test('verifies with an export and the key alone', async () => {
    const report = await verifySigned(copy, log, key)
    expect(report).toMatchObject({
      ok: true,
      findings: [],
      rounds: [
        {
          asker: 'custom',
          document: { sha256: sha256(plan), bytes: plan.length },
          signers: [
            { position: 1, name: 'Nora Nightjar', role: 'Nurse' },
            { position: 2, name: 'Wanda Quellenbrunn', role: 'Patient' },
          ],
          findings: [],
        },
      ],
    })
    expect((await evidenceOf(copy)).request.consent).toBe(CONSENT)
  })

  test.each<[string, (e: Evidence) => void, string]>([
    [
      'another name',
      (e) => {
        e.signers[1]!.name = 'Somebody Else'
      },
      'signature-differs',
    ],
    [
      'another role',
      (e) => {
        e.signers[0]!.role = 'Physician'
      },
      'signature-differs',
    ],
    [
      'another mark',
      (e) => {
        e.signers[0]!.mark = { kind: 'typed', text: 'X' }
      },
      'signature-differs',
    ],
    [
      'another time',
      (e) => {
        e.signers[1]!.at = '2026-01-01T00:00:00.000Z'
      },
      'signature-differs',
    ],
    [
      'another session',
      (e) => {
        e.signers[1]!.session = e.signers[0]!.session
      },
      'signer-differs',
    ],
    [
      'another account',
      (e) => {
        e.signers[1]!.user = e.signers[0]!.user
      },
      'signer-differs',
    ],
    [
      'another hash of the document',
      (e) => {
        e.document.sha256 = '0'.repeat(64)
      },
      'document-changed',
    ],
    ['another version', (e) => void e.document.version++, 'asked-differs'],
    [
      'another consent',
      (e) => {
        e.request.consent = 'I owe you a house.'
      },
      'asked-differs',
    ],
    [
      'another asker',
      (e) => {
        e.request.asker.user = e.signers[0]!.user
      },
      'asked-differs',
    ],
    [
      'another time of asking',
      (e) => {
        e.request.at = '2026-01-01T00:00:00.000Z'
      },
      'asked-differs',
    ],
    [
      'another leaf',
      (e) => {
        e.signers[0]!.event.leaf = 'f'.repeat(64)
      },
      'event-differs',
    ],
    ['another place in the log', (e) => void e.signers[0]!.event.index++, 'event-differs'],
    [
      'an event that is not there',
      (e) => {
        e.signers[0]!.event.id = e.request.id
      },
      'event-missing',
    ],
    ['one signer removed', (e) => void e.signers.pop(), 'not-all-signed'],
    ['the first signer removed', (e) => void e.signers.shift(), 'order'],
    ['another order', (e) => void e.signers.reverse(), 'order'],
    [
      'another order, numbered anew',
      (e) => {
        e.signers.reverse()
        for (const [i, s] of e.signers.entries()) s.position = i + 1
      },
      'order',
    ],
    [
      'another request',
      (e) => {
        e.request.id = e.document.id
      },
      'event-missing',
    ],
    [
      'another log',
      (e) => {
        e.log = 'wellkeep/elsewhere'
      },
      'other-log',
    ],
  ])('is refused with %s', async (_, change, code) => {
    const found = await codes(await forged(change))
    expect(found).toContain(code)
    expect(found.some((c) => c === 'file-changed' || c === 'not-complete')).toBe(true)
  })

  test('is refused with a page swapped, a byte changed, or something added to its end', async () => {
    const { pdf } = await import('../../platform/reading/testing/pdfs.ts')
    const swapped = await pdf((d) => void d.text('You owe us a house.'))
    expect(
      await codes(
        await forged((e) => {
          e.document.bytes = swapped.length
        }, swapped),
      ),
    ).toContain('document-changed')
    const claimed = await forged(
      (e) => Object.assign(e.document, { bytes: swapped.length, sha256: sha256(swapped) }),
      swapped,
    )
    expect(await codes(claimed)).toEqual(
      expect.arrayContaining(['document-changed', 'asked-differs', 'file-changed']),
    )
    const byte = Buffer.from(copy)
    byte[60] = byte[60]! ^ 1
    expect(await codes(byte)).toContain('document-changed')
    expect(await codes(Buffer.concat([copy, Buffer.from('\n% more\n')]))).toEqual(['file-changed'])
    // The same evidence around the same document, made anew: a certificate page could say anything.
    expect(await codes(await forged(() => {}))).toContain('file-changed')
  })

  test('is refused without evidence, and with evidence of another form', async () => {
    expect(await codes(plan)).toEqual(['no-evidence'])
    expect(await codes(Buffer.from('hello'))).toEqual(['not-a-pdf'])
    expect(await codes(await forged((e) => Object.assign(e, { extra: 1 })))).toEqual(['malformed-evidence'])
  })

  test('is refused by a log that was tampered with, by another key, and by a log that ends before', async () => {
    const text = await readFile(log, 'utf8')
    const bent = join(o.dir, 'bent.ndjson')
    await writeFile(bent, text.replace('"position":2', '"position":1'))
    const report = await verifySigned(copy, bent, key)
    expect(report).toMatchObject({ ok: false, findings: [{ code: 'log-unverified' }] })
    const other = await generateNoteKey('wellkeep/elsewhere')
    expect((await verifySigned(copy, log, other.verifierKey)).findings.map((f) => f.code)).toEqual([
      'log-unverified',
    ])
    expect((await verifySigned(copy, early, key)).rounds[0]!.findings.map((f) => f.code)).toEqual([
      'not-complete',
    ])
  })

  test('is verified by the command, which ends with 0, 1 or 2', async () => {
    const file = join(o.dir, 'signed.pdf')
    const bad = join(o.dir, 'bad.pdf')
    await writeFile(file, copy)
    await writeFile(
      bad,
      await forged((e) => {
        e.signers[1]!.name = 'Somebody Else'
      }),
    )
    const run = (...args: string[]) =>
      runCommand('signatures.ts', 'signaturesCommand', ['verify', ...args], {})
    const good = await run(file, '--log', log, '--key', key)
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(good.out).toContain('VERIFIED')
    expect(good.out).toContain('2. Wanda Quellenbrunn (Patient)')
    const refused = await run(bad, '--log', log, '--key', key)
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('another name')
    expect((await run(file, '--log', join(o.dir, 'none'), '--key', key)).code).toBe(2)
    expect((await run(file, '--log', log)).code).toBe(2)
    expect(JSON.parse((await run(file, '--log', log, '--key', key, '--json')).out).ok).toBe(true)
  })
})

describe('what is no PDF', () => {
  test('goes into the certificate as it is, and verifies', async () => {
    const text = 'Wash your hands before and after each visit.'
    const id = await o.published(text, 'Rules.txt', o.shared)
    const { id: request } = await o.good(o.ask(id, [o.nurse]))
    await o.good(o.sign(o.nurse, request))
    await o.settle()
    const file = await o.download(o.nurse, request)
    const exported = await o.exported()
    const report = await verifySigned(file, exported.log, exported.key)
    expect(report).toMatchObject({
      ok: true,
      rounds: [{ document: { sha256: sha256(Buffer.from(text)), type: 'text/plain' } }],
    })
    const read = await readSigned(file)
    expect('rounds' in read && Buffer.from(read.rounds[0]!.original!).toString()).toBe(text)
  })

  test('is verified each time that it was signed, where the copy is signed again', async () => {
    const id = await o.published(copy)
    const { id: request } = await o.good(o.ask(id, [o.nurse]))
    await o.good(o.sign(o.nurse, request))
    await o.settle()
    const twice = await o.download(o.nurse, request)
    const exported = await o.exported()
    const report = await verifySigned(twice, exported.log, exported.key)
    expect(report).toMatchObject({ ok: true, rounds: [{ findings: [] }, { findings: [] }] })
    expect(report.rounds.map((r) => r.signers.length)).toEqual([1, 2])
  })
})
