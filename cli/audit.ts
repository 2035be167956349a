import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { exportLog } from '../server/platform/audit/export.ts'
import { logKey } from '../server/platform/audit/log-key.ts'
import { operatorEvent } from '../server/platform/audit/operator.ts'
import { LogBroken } from '../server/platform/audit/sequence.ts'
import { Sequencer } from '../server/platform/audit/sequencer.ts'
import type { Platform } from '../server/platform/open.ts'
import { acceptRestoreCommand } from './audit-accept-restore.ts'
import { verifyCommand } from './audit-verify.ts'
import { theOrganization, withPlatform } from './platform.ts'
import { progress, usageExit } from './progress.ts'

interface ExportOptions {
  org?: string
  out: string
  json?: boolean
}

/** `wellkeep audit`: the log as an operator and an auditor handle it. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('export the audit log, verify an export, print the key to verify with, accept a restore')
    .exitOverride(usageExit)
    .addCommand(exportCommand())
    .addCommand(verifyCommand())
    .addCommand(keyCommand())
    .addCommand(acceptRestoreCommand())
}

function exportCommand(): Command {
  return new Command('export')
    .description('write the whole log with its proofs to a file')
    .requiredOption('--out <file>', 'where to; - for standard output')
    .option('--org <id>', 'the organization, where there are several')
    .option('--json', 'say what was written as JSON')
    .exitOverride(usageExit)
    .action((options: ExportOptions) => withPlatform((platform) => writeLog(platform, options)))
}

function keyCommand(): Command {
  return new Command('key')
    .description(
      'print the public key that verifies the log: give it to auditors once, on a way that you alone don’t control',
    )
    .option('--org <id>', 'the organization, where there are several')
    .option('--json', 'as JSON, with the log’s name')
    .exitOverride(usageExit)
    .action((options: { org?: string; json?: boolean }) =>
      withPlatform(async (platform) => {
        const { origin, verifierKey } = await logKey(
          platform.keys,
          await theOrganization(platform, options.org),
        )
        console.log(options.json ? JSON.stringify({ origin, verifierKey }) : verifierKey)
      }),
    )
}

async function writeLog(platform: Platform, options: ExportOptions): Promise<void> {
  const orgId = await theOrganization(platform, options.org)
  await recordExport(platform, orgId)
  const line = progress()
  let events = 0
  let written = 0
  const { size, bytes } = await exportLog(platform.db, platform.logState, orgId, (n) => {
    events = n
    line.say(`${n} of ${size} events`)
  })
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written += chunk.length
      done(null, chunk)
    },
  })
  const source = Readable.from(bytes, { objectMode: false })
  if (options.out === '-') await pipeline(source, counted, process.stdout, { end: false })
  else await intoFile(options.out, (out) => pipeline(source, counted, out))
  line.end()
  const { verifierKey } = await logKey(platform.keys, orgId)
  if (options.json)
    console[options.out === '-' ? 'error' : 'log'](
      JSON.stringify({ file: options.out, events, size, bytes: written, verifierKey }),
    )
  else
    console.error(
      `${events} events, ${(written / 1e6).toFixed(1)} MB in ${options.out}\nverify it with the key ${verifierKey}`,
    )
}

/** Under a name of its own until it is whole: what carries the wanted name is never half an export. */
async function intoFile(path: string, write: (out: NodeJS.WritableStream) => Promise<void>): Promise<void> {
  const partial = `${path}.partial`
  try {
    await write(createWriteStream(partial, { mode: 0o600, flush: true }))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** The export is itself an event, and in the log that it exports; what waits gets its place first. */
async function recordExport(platform: Platform, orgId: string): Promise<void> {
  await platform.reads.record(
    operatorEvent(orgId, { action: 'audit.export', object: { type: 'audit', id: null } }),
  )
  try {
    const sequencer = new Sequencer({
      db: platform.db,
      keys: platform.keys,
      log: platform.log,
      keysDir: platform.config.keysDir,
    })
    while (await sequencer.sequence(orgId));
  } catch (error) {
    if (!(error instanceof LogBroken)) throw error
    console.error(
      `note: the log is not signed until it is mended: ${error.message}. What there is is exported; verify it.`,
    )
  }
}
