import { type Report as LogReport, verifyExport } from '../../../../tlog/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { type Finding, judge } from './judge.ts'
import { eventsAbout } from './log-events.ts'
import { readSigned } from './signed-file.ts'

export type { Finding, FindingCode } from './judge.ts'

export interface SignedRound {
  request: string
  document: Evidence['document']
  asker: string
  signers: { position: number; name: string; role: string; at: string; session: string }[]
  findings: Finding[]
}

/** The outcome of verifying a signed file. */
export interface SignatureReport {
  /** Nothing is wrong. */
  ok: boolean
  log: { origin: string; size: number; signedAt: string | null }
  /** What is wrong with the file or the log as a whole. */
  findings: Finding[]
  /** Each time that the document was signed, the newest first. */
  rounds: SignedRound[]
}

/**
 * Verifies a signed file offline, with nothing but an export of the log and the log's public key. Answers a report whatever
 * the file holds; throws when a file can't be read or a key is none.
 */
export async function verifySigned(
  file: Uint8Array,
  log: string,
  keys: string | readonly string[],
): Promise<SignatureReport> {
  const logReport = await verifyExport(log, keys)
  const report: SignatureReport = {
    ok: false,
    log: { origin: logReport.origin, size: logReport.size, signedAt: logReport.time ?? null },
    findings: [],
    rounds: [],
  }
  const read = await readSigned(file)
  if ('code' in read) report.findings.push({ code: read.code, text: read.text })
  // What a log says that was tampered with is worth nothing.
  if (!logReport.ok) report.findings.push({ code: 'log-unverified', text: whatIsWrong(logReport) })
  else if ('rounds' in read) {
    const events = await eventsAbout(
      log,
      read.rounds.map((r) => r.evidence.request.id),
    )
    for (const round of read.rounds) {
      const { evidence } = round
      const findings = judge(round, events.get(evidence.request.id)!)
      if (evidence.log !== logReport.origin)
        findings.unshift({
          code: 'other-log',
          text: `the signatures are in the log ${evidence.log}, not in this one`,
        })
      report.rounds.push({ ...summary(evidence), findings })
    }
  }
  report.ok = report.findings.length === 0 && report.rounds.every((r) => r.findings.length === 0)
  return report
}

const summary = ({ request, document, signers }: Evidence) => ({
  request: request.id,
  document,
  asker: request.asker.name,
  signers: signers.map(({ position, name, role, at, session }) => ({ position, name, role, at, session })),
})

function whatIsWrong({ firstBadLeaf, problems }: LogReport): string {
  const first = firstBadLeaf ? `event ${firstBadLeaf.index}: ${firstBadLeaf.reason}` : problems[0]?.text
  return `the log is not as it was signed (${first ?? 'no reason given'}); "wellkeep audit verify" tells more`
}

/** The report as a few lines of text for people. */
export function formatSignatures(report: SignatureReport): string {
  const lines = [
    report.ok
      ? 'VERIFIED: the document is as it was signed, and the log says the same.'
      : 'FAILED: this is not what was signed.',
    `log        ${report.log.origin || 'unknown'}, ${report.log.size} events${report.log.signedAt ? `, signed ${report.log.signedAt}` : ''}`,
  ]
  for (const { code, text } of report.findings) lines.push(`  ${code}: ${text}`)
  for (const round of report.rounds) {
    lines.push(
      `request    ${round.request}, asked for by ${round.asker}`,
      `document   ${round.document.id}, version ${round.document.version}, SHA-256 ${round.document.sha256}`,
    )
    for (const s of round.signers)
      lines.push(
        `signed     ${s.position}. ${s.name}${s.role ? ` (${s.role})` : ''}, ${s.at}, session ${s.session}`,
      )
    for (const { code, text } of round.findings) lines.push(`  ${code}: ${text}`)
  }
  return `${lines.join('\n')}\n`
}
