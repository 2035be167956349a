import type { CountryCode } from 'libphonenumber-js/min'
import { IMPORT_FIELDS } from '../csv/fields.ts'
import { checkMapping, guessMapping } from '../csv/mapping.ts'
import { compileRow } from '../csv/row.ts'
import { mapResource } from '../fhir/map.ts'
import { readFhir } from '../fhir/reader.ts'
import { toUtf8 } from '../intake/decode.ts'
import type { Issue } from '../problem.ts'
import type { RecordClasses } from '../record.ts'
import { openCsv } from './csv-import.ts'
import type { ImportOptions } from './options.ts'
import type { ImportFile } from './run-context.ts'

export interface PreviewRow {
  row: number
  cells: string[]
  errors: { field?: string; reason: string }[]
  warnings: { field?: string; reason: string }[]
}

export interface Preview {
  columns: { index: number; name: string; samples: string[]; suggestion: string | null }[]
  fields: { name: string; label: string; class: string; required: boolean }[]
  rows: PreviewRow[]
  errorSample: { row: number; field?: string; reason: string }[]
  /** What keeps the import from being started as it is mapped now. */
  problems: string[]
  counts: {
    rows: number
    errors: number
    warnings: number
    complete: boolean
    types?: Record<string, number>
  }
  delimiter?: string
}

const SHOWN = 20
const LOOKED_AT = 2000
/** FHIR files are looked at this far; Bundles of many patients are read in a second or two. */
const LOOKED_AT_RESOURCES = 20_000
const SAMPLES = 3
const ERRORS = 50

const outward = ({ field, reason }: Issue) => ({ ...(field ? { field } : {}), reason })
const sample = ({ row, field, reason }: Issue) => ({ row, ...(field ? { field } : {}), reason })

/** How the first rows of a CSV file would be imported. */
export async function previewCsv(file: ImportFile, options: ImportOptions): Promise<Preview> {
  const { header, mapping, delimiter, rows } = await openCsv(file, options)
  const suggestions = guessMapping(header)
  const samples = header.map(() => [] as string[])
  const map = compileRow(mapping, {
    dateOrder: options.dateOrder,
    region: options.region as CountryCode,
    today: new Date(),
    ...(options.kind ? { kind: options.kind } : {}),
  })
  const preview: Preview = {
    columns: header.map((name, index) => ({
      index,
      name: name.trim(),
      samples: samples[index]!,
      suggestion: suggestions[index]!,
    })),
    fields: IMPORT_FIELDS.map(({ name, label, class: className, required }) => ({
      name,
      label,
      class: className,
      required,
    })),
    rows: [],
    errorSample: [],
    problems: checkMapping(mapping, header.length),
    counts: { rows: 0, errors: 0, warnings: 0, complete: true },
    delimiter,
  }
  for await (const { row, cells } of rows) {
    const result = map(cells, row)
    if (result.ok === 'empty') continue
    if (preview.counts.rows >= LOOKED_AT) {
      preview.counts.complete = false
      break
    }
    header.forEach((_, i) => {
      const cell = cells[i]?.trim()
      if (cell && samples[i]!.length < SAMPLES && !samples[i]!.includes(cell))
        samples[i]!.push(cell.slice(0, 100))
    })
    const errors = result.ok ? [] : result.errors
    const warnings = result.ok ? result.value.warnings : []
    count(
      preview,
      row,
      cells.slice(0, header.length).map((cell) => cell.slice(0, 200)),
      errors,
      warnings,
    )
  }
  return preview
}

function count(preview: Preview, row: number, cells: string[], errors: Issue[], warnings: Issue[]): void {
  preview.counts.rows++
  if (errors.length > 0) preview.counts.errors++
  else if (warnings.length > 0) preview.counts.warnings++
  if (preview.rows.length < SHOWN) {
    preview.rows.push({ row, cells, errors: errors.map(outward), warnings: warnings.map(outward) })
  }
  for (const issue of errors) if (preview.errorSample.length < ERRORS) preview.errorSample.push(sample(issue))
}

/** What a FHIR file holds, by type, and its first patients and organisations. */
export async function previewFhir(file: ImportFile, options: ImportOptions): Promise<Preview> {
  const types: Record<string, number> = {}
  const columns = ['Type', 'Name', 'Birth date'].map((name, index) => ({
    index,
    name,
    samples: [],
    suggestion: null,
  }))
  const preview: Preview = {
    columns,
    fields: [],
    rows: [],
    errorSample: [],
    problems: [],
    counts: { rows: 0, errors: 0, warnings: 0, complete: true, types },
  }
  for await (const read of readFhir(toUtf8(file.open(), file.encoding))) {
    if (preview.counts.rows >= LOOKED_AT_RESOURCES) {
      preview.counts.complete = false
      break
    }
    if (!('item' in read)) {
      count(preview, read.issue.row, ['', '', ''], [read.issue], [])
      continue
    }
    const { mapped, issues } = mapResource(read.item, options.region as CountryCode)
    const type = read.item.resource.resourceType
    const known = issues.every((issue) => issue.field !== 'resourceType')
    if (known) types[type] = (types[type] ?? 0) + 1
    const errors = issues.filter((issue) => issue.severity === 'error')
    const warnings = issues.filter((issue) => issue.severity === 'warning')
    if (mapped?.as === 'client' || errors.length > 0) {
      count(
        preview,
        read.item.row,
        mapped?.as === 'client' ? line(mapped.kind, mapped.record) : [known ? type : '', '', ''],
        errors,
        warnings,
      )
    } else preview.counts.rows++
  }
  return preview
}

function line(kind: string, record: RecordClasses): string[] {
  const name = record.contact.names[0]
  const text = name
    ? [...name.given, name.family].filter(Boolean).join(' ') || name.text
    : record.contact.organisationName
  return [kind, text ?? '', record.demographic?.birthDate ?? '']
}
