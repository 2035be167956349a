import { queryOptions } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import type { Answer, Item } from '../api/types.ts'

export type Client = Answer<'/api/v1/clients/{id}', 'get'>
export type ContactPerson = Item<'/api/v1/clients/{id}/contacts'>
export type Note = Item<'/api/v1/clients/{id}/notes'>
export type Relationship = Item<'/api/v1/clients/{id}/relationships'>
export type Resource = Item<'/api/v1/clients/{id}/resources'>
export type RecordClass = 'contact' | 'demographic' | 'identifier' | 'clinical' | 'financial'

const path = (id: string) => ({ params: { path: { id } } })

/** A client with the version to send back as If-Match. */
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', 'one', id],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/v1/clients/{id}', { ...path(id), signal })),
    retry: false,
  })
export const contactsQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', 'contacts', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/clients/{id}/contacts', { ...path(id), signal })),
  })
export const relationshipsQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', 'relationships', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/clients/{id}/relationships', { ...path(id), signal })),
  })

/** One identifier, unmasked; the server writes it to the log. */
export async function revealIdentifier(
  id: string,
  body: { field: 'ssn' | 'mrn' | 'memberId' | 'other'; index: number; reason?: string },
): Promise<string> {
  return (await ok(api.POST('/api/v1/clients/{id}/reveal', { ...path(id), body }))).value
}

/** What the roles do not show is nothing to choose from. */
function nothingRefused(error: unknown): never[] {
  if (error instanceof ApiProblem && error.status === 403) return []
  throw error
}

/** The groups and facilities to choose from, as far as the person may see them. */
export const choicesQuery = queryOptions({
  queryKey: ['walls', 'choices'],
  queryFn: async ({ signal }) => {
    const [groups, facilities] = await Promise.all([
      ok(api.GET('/api/v1/walls', { signal })).then((w) => w.groups, nothingRefused),
      ok(api.GET('/api/v1/facilities', { signal })).then((f) => f.items, nothingRefused),
    ])
    const option = (x: { id: string; name: string }) => ({ value: x.id, label: x.name })
    return { groups: groups.map(option), facilities: facilities.map(option) }
  },
  staleTime: 300_000,
})
