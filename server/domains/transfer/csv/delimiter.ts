import { parse } from 'csv-parse/sync'

export const DELIMITERS = [',', ';', '\t', '|'] as const
const SAMPLE_BYTES = 64 * 1024
const SAMPLE_ROWS = 50

/**
 * The delimiter that splits the first rows into the same number of columns, most columns first. Excel's own
 * `sep=;` line wins. A file of one column falls back to the comma.
 */
export function detectDelimiter(head: Buffer): string {
  const text = head.subarray(0, SAMPLE_BYTES).toString('utf8')
  const said = /^sep=(.)\r?\n/i.exec(text)
  if (said) return said[1]!
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = columnCounts(text, delimiter)
    const first = widths[0] ?? 0
    if (first < 2) continue
    const agreeing = widths.filter((w) => w === first).length / widths.length
    const score = agreeing * 1000 + first
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function columnCounts(text: string, delimiter: string): number[] {
  const rows = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: SAMPLE_ROWS + 1,
  }) as string[][]
  // The last row may have been cut by the sample's end.
  return (rows.length > 2 ? rows.slice(0, -1) : rows).map((r) => r.length)
}
