import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconPhoto,
  IconPresentation,
} from '@tabler/icons-react'
import type { Document, Version } from './queries.ts'

export type Shown = Pick<Document, 'state' | 'expired' | 'latest' | 'published'>

/** What readers see of it, in a word. */
export function stateOf(d: Shown): { label: string; color: 'green' | 'gray' | 'amber' | 'red' | 'blue' } {
  if (d.state === 'withdrawn') return { label: 'Withdrawn', color: 'gray' }
  if (d.state === 'draft') return { label: 'Draft', color: 'amber' }
  if (d.expired) return { label: 'Expired', color: 'gray' }
  if (d.published !== null && d.published < d.latest)
    return { label: `Version ${d.published} published`, color: 'blue' }
  return { label: 'Published', color: 'green' }
}

const ICONS: [RegExp, typeof IconFile][] = [
  [/pdf/, IconFileTypePdf],
  [/^image\//, IconPhoto],
  [/spreadsheet|excel|csv/, IconFileSpreadsheet],
  [/presentation|powerpoint/, IconPresentation],
  [/zip|gzip|compressed/, IconFileZip],
  [/rfc822|outlook/, IconMail],
  [/^text\/|word|opendocument|rtf|json|xml/, IconFileText],
]

export const iconOf = (contentType: string | null | undefined) =>
  ICONS.find(([pattern]) => pattern.test(contentType ?? ''))?.[1] ?? IconFile

/** What the reader found about a version's bytes, where somebody should know of it. */
export function fileNotice(v: Pick<Version, 'fileState' | 'downloadable' | 'why'>): string | undefined {
  if (v.fileState === 'uploading') return 'Not all of it has arrived'
  if (v.fileState === 'waiting' || v.fileState === 'reading') return 'Is being read'
  if (v.fileState === 'infected') return 'Holds malware'
  if (v.fileState === 'purged') return 'Destroyed'
  if (v.fileState === 'suspected' && !v.downloadable) return 'May hold health information'
  return undefined
}
