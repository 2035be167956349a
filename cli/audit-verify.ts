import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { formatReport, type VerifyOptions, verifyExport } from '../tlog/index.ts'
import { type KeyOptions, verifying } from './verifying.ts'

interface Options extends KeyOptions {
  trusted?: string
  origin?: string
  json?: boolean
}

/** `wellkeep audit verify`: needs the export and the public key, and nothing of the server that wrote it. */
export function verifyCommand(): Command {
  return verifying(
    new Command('verify')
      .description('verify an export offline, with nothing but the log’s public key')
      .argument('<file>', 'the export; - for standard input')
      .option('--trusted <file>', 'a checkpoint kept from an earlier export: the log must still contain it')
      .option('--origin <name>', 'the log that this must be'),
    'the log is verified',
    verify,
  )
}

/** Prints the report; whether the log is as it was signed. Throws when it can't be verified at all. */
async function verify(file: string, keys: string[], options: Options): Promise<boolean> {
  const settings: VerifyOptions = {
    ...(process.stderr.isTTY && { onProgress: sayProgress }),
    ...(options.trusted && { trustedCheckpoint: await readFile(options.trusted, 'utf8') }),
    ...(options.origin && { origin: options.origin }),
  }
  const report = await verifyExport(file === '-' ? process.stdin : file, keys, settings)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report))
  return report.ok
}

function sayProgress({
  bytes,
  totalBytes,
  events,
}: {
  bytes: number
  totalBytes: number
  events: number
}): void {
  process.stderr.write(`\r\x1b[K${Math.floor((100 * bytes) / (totalBytes || 1))} %, ${events} events`)
}
