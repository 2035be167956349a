#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NoteError } from './note-keys.ts'
import { formatReport } from './verify/report.ts'
import { type VerifyOptions, verifyExport } from './verify.ts'

const USAGE = `Verifies an audit export offline.

  node tlog/main.ts EXPORT KEY [KEY ...] [--trusted FILE] [--origin NAME] [--json]

  EXPORT           the export file
  KEY              a public key (name+id+base64), or a file that holds one
  --trusted FILE   a checkpoint you kept from an earlier time: the log must still contain it
  --origin NAME    the log that this must be
  --json           the report as JSON

Exit code: 0 the log is verified, 1 something is wrong with it, 2 it could not be verified.
`

/** A key as given, or the content of the file of that name. */
function readKey(argument: string): string {
  return argument.includes('+') ? argument : readFileSync(argument, 'utf8').trim()
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { trusted: { type: 'string' }, origin: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [path, ...keys] = positionals
  if (path === undefined || keys.length === 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const options: VerifyOptions = {}
  if (values.trusted !== undefined) options.trustedCheckpoint = readFileSync(values.trusted, 'utf8')
  if (values.origin !== undefined) options.origin = values.origin
  if (process.stderr.isTTY) {
    options.onProgress = ({ bytes, totalBytes, events }) =>
      process.stderr.write(`\r${Math.floor((100 * bytes) / totalBytes)} %, ${events} events`)
  }
  const report = await verifyExport(path, keys.map(readKey), options)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report))
  return report.ok ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const known = error instanceof NoteError || (error instanceof Error && 'code' in error)
  process.stderr.write(`${known ? (error as Error).message : String(error)}\n`)
  process.exitCode = 2
}
