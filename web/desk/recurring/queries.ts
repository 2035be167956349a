import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Item } from '../../api/types.ts'
import type { BodyOf } from '../../api/use-save.ts'

export type Schedule = Item<'/api/v1/ticket-schedules'>
export type ScheduleBody = BodyOf<'/api/v1/ticket-schedules', 'post'>
export type Times = Schedule['times']

export const schedulesQuery = queryOptions({
  queryKey: ['desk', 'schedules'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/ticket-schedules', { signal })),
})

/** When the next ones of a draft would come. */
export const previewQuery = (times: Times) =>
  queryOptions({
    queryKey: ['desk', 'schedules', 'preview', times],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/ticket-schedules/preview', { body: { times }, signal })),
    retry: false,
  })
