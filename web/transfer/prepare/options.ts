import type { Import } from '../api.ts'

/** How a file is to be read, and where its clients go. */
export interface Options {
  /** By column; absent as long as the guesses stand. */
  mapping?: (string | null)[]
  groupId: string | null
  facilityId: string | null
  dateOrder: string
  delimiter: string | null
  encoding: string | null
  kind: string | null
  atomic: boolean
}

export const START: Options = {
  groupId: null,
  facilityId: null,
  dateOrder: 'mdy',
  delimiter: null,
  encoding: null,
  kind: null,
  atomic: false,
}

/** What decides how the rows are read; a choice of group alone asks for no new preview. */
export function previewBody(file: Import, o: Options) {
  if (file.kind === 'fhir') return {}
  return {
    ...(o.mapping && { mapping: o.mapping }),
    ...(o.delimiter && { delimiter: o.delimiter as ',' }),
    ...(o.encoding && { encoding: o.encoding as 'utf-8' }),
    ...(o.kind && { kind: o.kind as 'person' }),
    dateOrder: o.dateOrder as 'mdy',
  }
}

export function startBody(file: Import, o: Options, mapping: (string | null)[]) {
  return {
    ...previewBody(file, o),
    ...(file.kind === 'csv' && { mapping }),
    groupId: o.groupId!,
    ...(o.facilityId && { facilityId: o.facilityId }),
    atomic: o.atomic,
  }
}

/** Fields that two columns are mapped to: the server says which of them may be. */
export const chosenTwice = (mapping: (string | null)[]): Set<string> =>
  new Set(mapping.filter((f): f is string => f !== null && mapping.indexOf(f) !== mapping.lastIndexOf(f)))
