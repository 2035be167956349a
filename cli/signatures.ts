import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { formatSignatures, verifySigned } from '../server/domains/signatures/index.ts'
import { usageExit } from './progress.ts'

interface Options {
  log: string
  key: string[]
  keyFile: string[]
  json?: boolean
}

const collect = (value: string, before: string[]) => [...before, value]

/** `wellkeep signatures`: what a signed document proves, for whoever has it. */
export function signaturesCommand(): Command {
  return new Command('signatures')
    .description('verify a signed document offline')
    .exitOverride(usageExit)
    .addCommand(verifyCommand())
}

/** `wellkeep signatures verify`: needs the file, an export of the log and its public key, and nothing of the server. */
function verifyCommand(): Command {
  return new Command('verify')
    .description('verify a signed PDF with nothing but an export of the log and its public key')
    .argument('<file>', 'the signed PDF')
    .requiredOption('--log <export>', 'an export of the audit log, newer than the signatures')
    .option('--key <key>', 'the log’s public key (name+id+base64); may be given more than once', collect, [])
    .option('--key-file <file>', 'a file that holds it', collect, [])
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 it is as it was signed, 1 something is wrong with it, 2 it could not be verified.',
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

async function verify(file: string, options: Options): Promise<boolean> {
  const keys = [...options.key]
  for (const path of options.keyFile) keys.push((await readFile(path, 'utf8')).trim())
  if (!keys.length)
    throw new Error(
      'say which key to verify with: --key KEY or --key-file FILE (the server’s operator prints it with "wellkeep audit key")',
    )
  const report = await verifySigned(await readFile(file), options.log, keys)
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : formatSignatures(report))
  return report.ok
}
