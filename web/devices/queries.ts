import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'

export type Device = Item<'/api/v1/devices'>
export type Retention = NonNullable<Device['retention']>
export type Access = Answer<'/api/v1/devices', 'post'>['access']
export type History = Answer<'/api/v1/devices/{id}/history', 'get'>
export type Look = Answer<'/api/v1/devices/{id}/look', 'post'>

/** What a change of a device makes stale. */
export const TOUCHES = { touches: ['devices'] }

export const devicesQuery = queryOptions({
  queryKey: ['devices', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/devices', { headers: PASSIVE, signal })),
})

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['devices', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/devices/{id}', { params: { path: { id } }, signal })),
  })

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['devices', id, 'history'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/devices/{id}/history', { params: { path: { id } }, headers: PASSIVE, signal })),
  })

/** Opening a repository takes restic a moment; what it said holds while one looks around. */
export const lookQuery = (id: string, at: { copy?: string; path?: string }) =>
  queryOptions({
    queryKey: ['device-look', id, at.copy ?? '', at.path ?? ''],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/devices/{id}/look', { params: { path: { id } }, body: at as never, signal })),
    staleTime: 5 * 60_000,
    retry: false,
  })
