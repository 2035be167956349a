import { detectDelimiter } from '../csv/delimiter.ts'
import { checkMapping, guessMapping, type Mapping } from '../csv/mapping.ts'
import { readCsv } from '../csv/reader.ts'
import { compileRow } from '../csv/row.ts'
import { toUtf8 } from '../intake/decode.ts'
import { TransferError } from '../problem.ts'
import { addClients, type Candidate, makeReady } from './clients.ts'
import { counted } from './files.ts'
import type { ImportOptions } from './options.ts'
import {
  type ImportFile,
  type ImportRun,
  inBatches,
  noteBatch,
  pipelined,
  type ReadRow,
} from './run-context.ts'

export interface OpenCsv {
  delimiter: string
  header: string[]
  mapping: Mapping
  /** The header's own row number: below Excel's `sep=` line it is 2. */
  headerRow: number
  rows: AsyncGenerator<{ row: number; cells: string[] }, void, undefined>
}

/**
 * Opens a CSV file up to and including its header, and settles delimiter and mapping.
 * @throws TransferError `empty-file`, `bad-mapping`
 */
export async function openCsv(file: ImportFile, options: Partial<ImportOptions>): Promise<OpenCsv> {
  const delimiter = options.delimiter ?? detectDelimiter(await head(file))
  const rows = readCsv(toUtf8(file.open(), options.encoding ?? file.encoding), { delimiter })
  for (;;) {
    const next = await rows.next()
    if (next.done) throw new TransferError('empty-file', 'The file has no header row.')
    const { cells, row } = next.value
    const blank = cells.every((cell) => cell.trim() === '')
    if (blank || (row === 1 && /^sep=.?$/i.test(cells.join('')))) continue
    const mapping = options.mapping ?? guessMapping(cells)
    return { delimiter, header: cells, mapping: widen(mapping, cells.length), headerRow: row, rows }
  }
}

/** A mapping that is shorter than the header leaves the rest of the columns out. */
const widen = (mapping: Mapping, width: number): Mapping => [
  ...mapping,
  ...Array.from({ length: Math.max(0, width - mapping.length) }, () => null),
]

async function head(file: ImportFile): Promise<Buffer> {
  let found: Buffer = Buffer.alloc(0)
  for await (const chunk of toUtf8(file.open(), file.encoding)) {
    found = Buffer.concat([found, chunk])
    if (found.length > 64 * 1024) break
  }
  return found
}

async function openMapped(run: ImportRun, file: ImportFile): Promise<OpenCsv> {
  const opened = await openCsv(file, run.options)
  const problems = checkMapping(opened.mapping, opened.header.length)
  if (problems.length > 0) throw new TransferError('bad-mapping', problems.join(' '))
  return opened
}

/** Reads a file to its end, and says by what it throws that it can't be. What its rows say is not looked at. */
export async function readThrough(run: ImportRun, file: ImportFile): Promise<void> {
  for await (const row of (await openMapped(run, file)).rows) void row
}

/** Rows as candidates. Reads only: nothing is written. */
export async function* readCandidates(run: ImportRun, file: ImportFile): AsyncGenerator<ReadRow<Candidate>> {
  const { mapping, rows } = await openMapped(run, file)
  const { dateOrder, region, kind } = run.options
  const map = compileRow(mapping, {
    dateOrder,
    region: region as 'US',
    today: new Date(),
    ...(kind ? { kind } : {}),
  })
  const name = run.files.length > 1 ? { file: file.name } : {}
  for await (const { row, cells } of rows) {
    const result = map(cells, row)
    if (result.ok === 'empty') continue
    if (!result.ok) yield { issues: result.errors, size: 0, ...name }
    else {
      const { warnings, ...value } = result.value
      yield { item: { ...value, ...name, lasting: [], references: [] }, issues: warnings, size: 500, ...name }
    }
  }
}

/** Imports all rows of all files. */
export async function importCsv(run: ImportRun): Promise<void> {
  const { bytes, files } = counted(run.files)
  async function* all() {
    for (const file of files) yield* readCandidates(run, file)
  }
  const skip = run.progress.pass === 1 ? run.progress.position : 0
  await pipelined(
    inBatches(all(), skip, bytes),
    (batch) =>
      run.transact(async (tx) => {
        noteBatch(run, batch, 1)
        await addClients(run, tx, batch.items)
        await run.save(tx)
      }),
    (batch) => makeReady(run, batch.items),
  )
}
