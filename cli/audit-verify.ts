import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { formatReport, type VerifyOptions, verifyExport } from '../tlog/index.ts'

interface Options {
  key: string[]
  keyFile: string[]
  trusted?: string
  origin?: string
  json?: boolean
}

const collect = (value: string, before: string[]) => [...before, value]

/** `wellkeep audit verify`: needs the export and the public key, and nothing of the server that wrote it. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('verify an export offline, with nothing but the log’s public key')
    .argument('<file>', 'the export; - for standard input')
    .option('--key <key>', 'the public key (name+id+base64); may be given more than once', collect, [])
    .option('--key-file <file>', 'a file that holds it', collect, [])
    .option('--trusted <file>', 'a checkpoint kept from an earlier export: the log must still contain it')
    .option('--origin <name>', 'the log that this must be')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 the log is verified, 1 something is wrong with it, 2 it could not be verified.',
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (file: string, options: Options) => {
      try {
        process.exitCode = (await verify(file, options)) ? 0 : 1
      } catch (error) {
        console.error(`wellkeep: ${(error as Error).message}`)
        process.exitCode = 2
      }
    })
}

/** Prints the report; whether the log is as it was signed. Throws when it can't be verified at all. */
async function verify(file: string, options: Options): Promise<boolean> {
  const keys = [...options.key]
  for (const path of options.keyFile) keys.push((await readFile(path, 'utf8')).trim())
  if (!keys.length)
    throw new Error(
      'say which key to verify with: --key KEY or --key-file FILE (the server’s operator prints it with "wellkeep audit key")',
    )
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
