import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer } from '../api/types.ts'

export type LinkPage = Answer<'/api/v1/links', 'get'>
export type KeptGroup = Answer<'/api/v1/links/all', 'get'>['groups'][number]
export type KeptLink = KeptGroup['links'][number]
export type Announcement = Answer<'/api/v1/announcements', 'get'>['items'][number]
export type KeptAnnouncement = Answer<'/api/v1/announcements/all', 'get'>['items'][number]
export type Audience = KeptLink['audience']

export const linksQuery = queryOptions({
  queryKey: ['links', 'mine'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/links', { signal })),
})

export const allLinksQuery = queryOptions({
  queryKey: ['links', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/links/all', { signal })),
})

export const linkSettingsQuery = queryOptions({
  queryKey: ['link-settings'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/link-settings', { signal })),
})

export const announcementsQuery = queryOptions({
  queryKey: ['announcements', 'mine'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/announcements', { signal })),
})

export const readersQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcement-receipts', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/announcements/{id}/readers', { params: { path: { id } }, signal })),
  })
