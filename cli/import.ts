import { Command, Option } from 'commander'
import { type FilesImport, importFiles, TransferError } from '../server/domains/transfer/index.ts'
import type { Platform } from '../server/platform/open.ts'
import { theOrganization, withPlatform } from './platform.ts'
import { progress } from './progress.ts'

interface Options {
  group?: string
  facility?: string
  org?: string
  atomic?: boolean
  map?: string[]
  dateOrder?: FilesImport['dateOrder']
  delimiter?: string
  encoding?: FilesImport['encoding']
  kind?: FilesImport['kind']
  region?: string
  json?: boolean
}

const SHOWN = 20

/**
 * `wellkeep import FILE|FOLDER`: brings in clients as the operator, beside a running server or without one. Exit
 * code 0: all rows are in; 1: some rows are not, or nothing is.
 */
export function importCommand(): Command {
  return new Command('import')
    .description('bring in clients from a CSV file, a FHIR R4 Bundle, or a folder of NDJSON files')
    .argument('<path>', 'file or folder')
    .option('--group <name>', 'client group that they go to (may be left out where there is one)')
    .option('--facility <name>', 'facility that they belong to')
    .option('--org <id>', 'organization, where there are several')
    .option('--atomic', 'all or nothing: one row that is not right keeps every row out')
    .option(
      '--map <header=field...>',
      'import field of a column, such as "Chart #=mrn"; "header=" leaves it out',
    )
    .addOption(new Option('--date-order <order>', 'of dates like 02/03/1980').choices(['mdy', 'dmy', 'ymd']))
    .addOption(
      new Option('--delimiter <character>', 'instead of finding it out').choices([',', ';', '\\t', '|']),
    )
    .addOption(
      new Option('--encoding <name>', 'instead of finding it out').choices([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1252',
      ]),
    )
    .addOption(new Option('--kind <kind>', 'what every row is').choices(['person', 'organisation']))
    .option('--region <code>', 'country of telephone numbers without a country code', 'US')
    .option('--json', 'print the result as JSON')
    .action((path: string, options: Options) => run(path, options))
}

async function run(path: string, options: Options): Promise<void> {
  const bar = progress()
  const stop = new AbortController()
  const onSignal = () => stop.abort(new Error('interrupted; run it again, nothing is added twice'))
  process.once('SIGINT', onSignal)
  try {
    const result = await withPlatform(async (platform) =>
      importFiles(platform, {
        ...(await request(platform, path, options)),
        signal: stop.signal,
        listen(p) {
          const share = p.bytesTotal > 0 ? Math.min(99, Math.floor((p.bytesDone / p.bytesTotal) * 100)) : 0
          bar.say(
            `${share} %  ${p.total.created} created, ${p.total.unchanged} known, ${p.total.failed} not right`,
          )
        },
      }),
    )
    bar.end()
    report(result, options.json ?? false)
    if (result.status !== 'done' || result.progress.total.failed > 0) process.exitCode = 1
  } catch (error) {
    bar.end()
    if (!(error instanceof TransferError)) throw error
    if (options.json)
      console.log(JSON.stringify({ status: 'failed', error: { code: error.code, message: error.message } }))
    else console.error(`wellkeep: ${error.message}`)
    process.exitCode = 1
  } finally {
    process.off('SIGINT', onSignal)
  }
}

async function request(platform: Platform, path: string, options: Options): Promise<FilesImport> {
  const orgId = await theOrganization(platform, options.org)
  const groupId = await named(platform, orgId, 'client_groups', options.group)
  if (!groupId) throw new Error('say which client group they go to, with --group')
  const facilityId = options.facility
    ? await named(platform, orgId, 'facilities', options.facility)
    : undefined
  const { atomic, dateOrder, encoding, kind, region, delimiter } = options
  return {
    orgId,
    groupId,
    path,
    ...(facilityId ? { facilityId } : {}),
    ...(atomic ? { atomic } : {}),
    ...(options.map ? { map: pairs(options.map) } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(delimiter ? { delimiter: (delimiter === '\\t' ? '\t' : delimiter) as ',' } : {}),
    ...(encoding ? { encoding } : {}),
    ...(kind ? { kind } : {}),
    ...(region ? { region } : {}),
  }
}

/** The id of a group or facility by name or id; without a name, the only one there is. */
async function named(
  platform: Platform,
  orgId: string,
  table: 'client_groups' | 'facilities',
  wanted?: string,
): Promise<string | undefined> {
  const rows = await platform.db.withContext(
    { orgId, userId: null },
    (tx) => tx.db.selectFrom(table).select(['id', 'name']).execute(),
    'worker',
  )
  if (wanted === undefined) return rows.length === 1 ? rows[0]!.id : undefined
  const found = rows.find((row) => row.id === wanted || row.name.toLowerCase() === wanted.toLowerCase())
  const what = table === 'facilities' ? 'facility' : 'client group'
  if (!found)
    throw new Error(`there is no ${what} "${wanted}"; there are: ${rows.map((row) => row.name).join(', ')}`)
  return found.id
}

function pairs(list: string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((pair) => {
      const at = pair.lastIndexOf('=')
      if (at < 0) throw new Error(`--map takes header=field, not "${pair}"`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

type Result = Awaited<ReturnType<typeof importFiles>>

function report({ id, status, progress: p, error, issues }: Result, json: boolean): void {
  if (json) {
    console.log(
      JSON.stringify({
        id,
        status,
        ...p.total,
        unassigned: p.unassigned,
        ...(error ? { error } : {}),
        issues,
      }),
    )
    return
  }
  const { created, unchanged, failed, others, contacts } = p.total
  console.log(
    `${status}: ${created} created, ${unchanged} known already, ${failed} not right; ${contacts} contacts, ${others} other records kept`,
  )
  const aside = Object.entries(p.unassigned).map(([type, n]) => `${n} ${type}`)
  if (aside.length > 0) console.log(`kept without a client: ${aside.join(', ')}`)
  if (error) console.error(`wellkeep: ${error.message}`)
  const errors = issues.filter((issue) => issue.severity === 'error')
  for (const { file, row, field, reason } of errors.slice(0, SHOWN)) {
    console.error(`  ${file ? `${file}, ` : ''}row ${row ?? '?'}${field ? `, ${field}` : ''}: ${reason}`)
  }
  if (errors.length > SHOWN) console.error(`  and ${errors.length - SHOWN} more; --json prints them all`)
}
