import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { TransferError } from '../problem.ts'

/** The longest record accepted, in bytes: a runaway quote or a file without line ends fails here. */
export const MAX_RECORD_BYTES = 1024 * 1024

export type CsvRow = {
  /** As a spreadsheet numbers it: the header is row 1; empty rows count. */
  row: number
  cells: string[]
}

/**
 * Reads UTF-8 chunks as CSV (RFC 4180; CR LF, LF or CR) in constant memory. Stray quotes inside a field are
 * kept as text; rows are not checked for their width here. Rows before a failure are all yielded first.
 * @throws TransferError `malformed-csv` for a quote that is never closed, `record-too-large` past the limit
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  options: { delimiter: string },
): AsyncGenerator<CsvRow, void, undefined> {
  let stop: { code: string; after: number } | undefined
  const parser = parse({
    delimiter: options.delimiter,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      stop ??= { code: error?.code ?? 'unknown', after: parser.info.records }
      return undefined
    },
  })
  const source = Readable.from(untilStopped(chunks, () => stop !== undefined))
  source.on('error', (error) => parser.destroy(error))
  let row = 0
  try {
    for await (const cells of source.pipe(parser)) {
      if (stop && row >= stop.after) break
      row++
      yield { row, cells: cells as string[] }
    }
  } finally {
    source.destroy()
  }
  if (stop !== undefined) throw failure(stop.code, row + 1)
}

async function* untilStopped(chunks: AsyncIterable<Buffer>, stopped: () => boolean) {
  for await (const chunk of chunks) {
    if (stopped()) return
    yield chunk
  }
}

function failure(code: string, row: number): TransferError {
  const rest = `Row ${row} and what follows it were not read.`
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new TransferError(
      'record-too-large',
      `Row ${row} is longer than ${MAX_RECORD_BYTES / 1024 / 1024} MiB: a quote that is never closed, or no CSV file. ${rest}`,
      row,
    )
  }
  return new TransferError('malformed-csv', `Row ${row} opens a quote that is never closed. ${rest}`, row)
}
