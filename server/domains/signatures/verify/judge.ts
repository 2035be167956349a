import { createHash } from 'node:crypto'
import { copyHash, documentHash, signatureHash, termsHash, termsOf } from '../evidence/commitments.ts'
import type { EvidenceSigner } from '../evidence/evidence.ts'
import type { LogEvent } from './log-events.ts'
import type { Round } from './signed-file.ts'

export type FindingCode =
  | 'not-a-pdf'
  | 'no-evidence'
  | 'malformed-evidence'
  | 'log-unverified'
  | 'other-log'
  | 'document-missing'
  | 'document-changed'
  | 'file-changed'
  | 'order'
  | 'event-missing'
  | 'event-differs'
  | 'asked-differs'
  | 'signature-differs'
  | 'signer-differs'
  | 'not-all-signed'
  | 'not-complete'

/** One thing that is wrong, in words for people; never a value out of the log's sealed parts. */
export interface Finding {
  code: FindingCode
  text: string
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** All that disagrees between what a file carries and what the verified log says of it; nothing where it is as signed. */
export function judge({ evidence, original, copy }: Round, events: readonly LogEvent[]): Finding[] {
  const findings: Finding[] = []
  const say = (code: FindingCode, text: string) => void findings.push({ code, text })
  const { request, document, signers } = evidence

  if (!original) say('document-missing', 'the document that was signed is not in the file')
  else if (sha256(original) !== document.sha256)
    say('document-changed', 'the document is not the one that was signed: its bytes have another hash')

  if (signers.some((s, i) => s.position !== i + 1))
    say('order', 'the signers do not stand in the order of their positions')

  const done = events.filter((e) => e.outcome === 'done')
  const asked = done.find((e) => e.id === request.event.id && e.action === 'signature.ask')
  const terms = termsHash(termsOf(evidence))
  if (!asked) say('event-missing', 'the log holds no event in which these signatures were asked for')
  else {
    if (!isAt(asked, request.event)) say('event-differs', 'the event of asking is another one in the log')
    if (asked.actor.userId !== request.asker.user || asked.time !== request.at)
      say('asked-differs', 'by the log, somebody else asked, or at another time')
    if (asked.facts.steps !== signers.length)
      say(
        'not-all-signed',
        `by the log, ${String(asked.facts.steps)} people were asked, and the file names ${signers.length}`,
      )
    if (asked.facts.document !== documentHash(request.salt, document.sha256))
      say('document-changed', 'by the log, another document was to be signed')
    if (asked.facts.terms !== terms)
      say(
        'asked-differs',
        'by the log, something else was asked: other people, another order, or other words to agree to',
      )
  }

  const signed = done.filter((e) => e.action === 'signature.sign')
  for (const s of signers) judgeSigner(s, terms, signed, say)
  const inLog = signed.map((e) => e.id)
  const inFile = signers.map((s) => s.event.id)
  if (inLog.some((id) => !inFile.includes(id)))
    say('not-all-signed', 'the log holds a signature that the file does not name')
  if (inLog.length === inFile.length && inLog.some((id, i) => id !== inFile[i]))
    say('order', 'by the log, they signed in another order')

  const made = done.filter((e) => e.action === 'signature.complete')
  if (made.length === 0)
    say('not-complete', 'the log does not tell yet of the signed copy: export it again, and verify with that')
  else if (!made.some((e) => e.facts.copy === copyHash(request.salt, sha256(copy))))
    say('file-changed', 'the file is not, byte for byte, the signed copy that was made')
  return findings
}

const isAt = (event: LogEvent, at: { index: number; leaf: string }) =>
  event.index === at.index && event.leaf === at.leaf

function judgeSigner(
  s: EvidenceSigner,
  terms: string,
  signed: readonly LogEvent[],
  say: (code: FindingCode, text: string) => void,
): void {
  const who = `signature ${s.position}`
  const event = signed.find((e) => e.id === s.event.id)
  if (!event) {
    say('event-missing', `${who} is no event in the log`)
    return
  }
  if (!isAt(event, s.event)) say('event-differs', `${who} stands elsewhere in the log, or as another leaf`)
  if (event.actor.userId !== s.user) say('signer-differs', `${who} was made by somebody else, by the log`)
  if (event.actor.sessionId !== s.session)
    say('signer-differs', `${who} was made in another session, by the log`)
  if (event.time !== s.at) say('signature-differs', `${who} was made at another time, by the log`)
  if (event.facts.position !== s.position) say('order', `${who} was made in another place, by the log`)
  if (event.facts.signature !== signatureHash(terms, s))
    say('signature-differs', `${who} is not the one in the log: another name, role, mark, or other terms`)
}
