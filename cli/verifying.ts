import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'

/** Whose keys something is verified with. */
export interface KeyOptions {
  key: string[]
  keyFile: string[]
}

const collect = (value: string, before: string[]) => [...before, value]

/**
 * Makes a command one that verifies: it takes the log's public keys, and ends with 0 when all is as it was signed, with 1 when
 * something is wrong, and with 2 when it could not be verified. `verify` answers which of the first two; it throws for the third.
 */
export function verifying<Options extends KeyOptions>(
  command: Command,
  passed: string,
  verify: (file: string, keys: string[], options: Options) => Promise<boolean>,
): Command {
  return command
    .option('--key <key>', 'the log’s public key (name+id+base64); may be given more than once', collect, [])
    .option('--key-file <file>', 'a file that holds it', collect, [])
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      `\nExit code: 0 ${passed}, 1 something is wrong with it, 2 it could not be verified.`,
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (file: string, options: Options) => {
      try {
        process.exitCode = (await verify(file, await keysOf(options), options)) ? 0 : 1
      } catch (error) {
        console.error(`wellkeep: ${(error as Error).message}`)
        process.exitCode = 2
      }
    })
}

async function keysOf(options: KeyOptions): Promise<string[]> {
  const keys = [...options.key]
  for (const path of options.keyFile) keys.push((await readFile(path, 'utf8')).trim())
  if (!keys.length)
    throw new Error(
      'say which key to verify with: --key KEY or --key-file FILE (the server’s operator prints it with "wellkeep audit key")',
    )
  return keys
}
