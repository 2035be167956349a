import { queryOptions } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../api/client.ts'
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
export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', 'notes', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/clients/{id}/notes', { ...path(id), signal })),
  })
export const relationshipsQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', 'relationships', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/clients/{id}/relationships', { ...path(id), signal })),
  })

/** The groups and facilities to choose from, as far as the person may see them. */
export const choicesQuery = queryOptions({
  queryKey: ['walls', 'choices'],
  queryFn: async ({ signal }) => {
    const [groups, facilities] = await Promise.all([
      ok(api.GET('/api/v1/walls', { signal })).then((w) => w.groups),
      ok(api.GET('/api/v1/facilities', { signal })).then((f) => f.items),
    ])
    const option = (x: { id: string; name: string }) => ({ value: x.id, label: x.name })
    return { groups: groups.map(option), facilities: facilities.map(option) }
  },
  staleTime: 300_000,
})
