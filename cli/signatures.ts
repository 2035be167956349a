import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { formatSignatures, verifySigned } from '../server/domains/signatures/index.ts'
import { usageExit } from './progress.ts'
import { type KeyOptions, verifying } from './verifying.ts'

interface Options extends KeyOptions {
  log: string
  json?: boolean
}

/** `wellkeep signatures`: what a signed document proves, for whoever has it. */
export function signaturesCommand(): Command {
  return new Command('signatures')
    .description('verify a signed document offline')
    .exitOverride(usageExit)
    .addCommand(verifyCommand())
}

/** `wellkeep signatures verify`: needs the file, an export of the log and its public key, and nothing of the server. */
function verifyCommand(): Command {
  return verifying(
    new Command('verify')
      .description('verify a signed PDF with nothing but an export of the log and its public key')
      .argument('<file>', 'the signed PDF')
      .requiredOption('--log <export>', 'an export of the audit log, newer than the signatures'),
    'it is as it was signed',
    verify,
  )
}

async function verify(file: string, keys: string[], { log, json }: Options): Promise<boolean> {
  const report = await verifySigned(await readFile(file), log, keys)
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : formatSignatures(report))
  return report.ok
}
