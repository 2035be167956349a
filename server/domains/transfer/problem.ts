/**
 * What can stop a whole file. `code` is stable and becomes the slug of the problem that the API answers;
 * the message is for a person and never holds anything from the file but row numbers and element names.
 */
export type TransferCode =
  | 'empty-file'
  | 'binary-file'
  | 'compressed-file'
  | 'spreadsheet-file'
  | 'xml-file'
  | 'wrong-encoding'
  | 'malformed-csv'
  | 'record-too-large'
  | 'bad-mapping'
  | 'malformed-json'
  | 'not-fhir'
  | 'fhir-version'
  | 'rows-not-right'
  | 'walled'
  | 'disk-full'
  | 'interrupted'
  | 'busy'
  | 'mixed-folder'
  | 'no-file'
  | 'internal'

export class TransferError extends Error {
  readonly code: TransferCode
  /** The row (CSV), line (NDJSON) or entry (Bundle) where reading stopped, counted from 1. */
  readonly row: number | undefined
  constructor(code: TransferCode, message: string, row?: number) {
    super(message)
    this.name = 'TransferError'
    this.code = code
    this.row = row
  }
}

/** One remark on one row. An `error` keeps the row out; a `warning` lets it in. Never holds a value. */
export type Issue = {
  row: number
  /** The import field (`birthDate`) or FHIR element (`Patient.name[0].family`). */
  field?: string
  reason: string
  severity: 'error' | 'warning'
}
