import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import type { Item } from '../api/types.ts'
import type { Owner } from './upload.ts'

export type StoredFile = Item<'/api/v1/files'>

const BUSY: StoredFile['state'][] = ['waiting', 'reading']

/** The files of a ticket or a client, tombstones too; asked again while one of them is being read. */
export const filesQuery = (owner: Owner) =>
  queryOptions({
    queryKey: ['files', owner.type, owner.id],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/files', {
          params: { query: { ownerType: owner.type, ownerId: owner.id } },
          signal,
        }),
      ),
    refetchInterval: (query) => (query.state.data?.items.some((f) => BUSY.includes(f.state)) ? 2500 : false),
  })

/** What a file's state hangs on: its list, its ticket and their histories. */
export const filesChanged = () =>
  Promise.all(['files', 'tickets', 'audit'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
