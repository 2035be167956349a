import { TransferError } from '../problem.ts'

type Signature = { bytes: number[]; fail: () => TransferError }

const compressed = (what: string) => () =>
  new TransferError(
    'compressed-file',
    `This is a ${what} archive. Unpack it first and import the CSV, JSON or NDJSON files inside it.`,
  )
const binary = (what: string) => () =>
  new TransferError('binary-file', `This is ${what}, not a CSV or FHIR file.`)

/**
 * First bytes of the files people pick by mistake. None is ever unpacked, so an archive bomb has nothing to
 * explode in. Source: the formats' own specifications (PKZIP APPNOTE 4.3, RFC 1952, RFC 8878, MS-CFB, ...).
 */
const SIGNATURES: Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    fail: () =>
      new TransferError(
        'spreadsheet-file',
        'This is an Excel workbook (.xlsx) or a zip archive. Save the sheet as "CSV UTF-8", or unpack the archive, and import that.',
      ),
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], fail: compressed('zip') },
  { bytes: [0x50, 0x4b, 0x07, 0x08], fail: compressed('zip') },
  { bytes: [0x1f, 0x8b], fail: compressed('gzip') },
  { bytes: [0x42, 0x5a, 0x68], fail: compressed('bzip2') },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], fail: compressed('xz') },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], fail: compressed('zstd') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], fail: compressed('7z') },
  { bytes: [0x52, 0x61, 0x72, 0x21], fail: compressed('rar') },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    fail: () =>
      new TransferError(
        'spreadsheet-file',
        'This is an old Excel workbook (.xls). Save the sheet as "CSV UTF-8" and import that.',
      ),
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], fail: binary('a PDF') },
  { bytes: [0x89, 0x50, 0x4e, 0x47], fail: binary('a picture') },
  { bytes: [0xff, 0xd8, 0xff], fail: binary('a picture') },
  { bytes: [0x47, 0x49, 0x46, 0x38], fail: binary('a picture') },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], fail: binary('a program') },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], fail: binary('a database') },
  { bytes: [0x50, 0x41, 0x52, 0x31], fail: binary('a Parquet file') },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], fail: binary('an RTF document') },
]

/** @throws TransferError when the first bytes are those of a file that is no text. */
export function refuseBinary(head: Uint8Array): void {
  for (const { bytes, fail } of SIGNATURES) {
    if (bytes.every((b, i) => head[i] === b)) throw fail()
  }
}
