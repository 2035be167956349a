import type { Answer, Item } from '../api/types.ts'

export type Import = Item<'/api/v1/imports'>
export type Preview = Answer<'/api/v1/imports/{id}/preview', 'post'>

/** What the server takes, by the file's name; the content decides in the end. */
export function contentType(name: string): string {
  if (/\.ndjson$/i.test(name)) return 'application/x-ndjson'
  if (/\.json$/i.test(name)) return 'application/fhir+json'
  return 'text/csv'
}
