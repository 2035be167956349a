import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Answer, Item } from '../../api/types.ts'
import type { Announced, Target } from '../../files/upload.ts'

export type Folder = Item<'/api/v1/portal/folders'>
export type Document = Item<'/api/v1/portal/folders/{id}/documents'>
export type OneDocument = Answer<'/api/v1/portal/documents/{id}', 'get'>
export type Upload = Item<'/api/v1/portal/folders/{id}/uploads'>

const isBusy = (state: string | undefined) => state === 'waiting' || state === 'reading'

export const foldersQuery = (parentId?: string) =>
  queryOptions({
    queryKey: ['documents', 'folders', parentId ?? ''],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/portal/folders', { params: { query: parentId ? { parentId } : {} }, signal })),
  })

export const folderQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'folder', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/folders/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })

export const uploadsQuery = (folderId: string) =>
  queryOptions({
    queryKey: ['documents', 'uploads', folderId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/portal/folders/{id}/uploads', { params: { path: { id: folderId } }, signal })),
  })

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'one', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/portal/documents/{id}', { params: { path: { id } }, signal })),
    retry: false,
    refetchInterval: (query) => (isBusy(query.state.data?.content?.state) ? 2500 : false),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'versions', id],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/portal/documents/{id}/versions', {
          params: { path: { id }, query: { limit: 20 } },
          signal,
        }),
      ),
    retry: false,
  })

export const toReadQuery = queryOptions({
  queryKey: ['documents', 'to-read'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/reading', { params: { query: {} }, signal })),
})

/** What shows folders and documents is asked anew. */
export const documentsChanged = () => queryClient.invalidateQueries({ queryKey: ['documents'] })

/** A folder of a client's own, as what takes files: each becomes a document. */
export const folderTarget = (folderId: string): Target => ({
  async announce(file, signal, key) {
    for (let n = 1; ; n++) {
      try {
        return await announce(folderId, file, n, signal, key)
      } catch (error) {
        // There may be one of that name that this person does not see, so that they could not tell why it is refused.
        if (!(error instanceof ApiProblem && error.slug === 'name-taken') || n > 30) throw error
      }
    }
  },
})

async function announce(folderId: string, file: Announced, n: number, signal: AbortSignal, key: string) {
  const made = await ok(
    api.POST('/api/v1/portal/folders/{id}/documents', {
      params: { path: { id: folderId } },
      headers: { 'Idempotency-Key': n === 1 ? key : `${key}-${n}` },
      body: {
        name: numbered(file.name, n),
        size: file.size,
        ...(file.fingerprint && { fingerprint: file.fingerprint }),
      },
      signal,
    }),
  )
  const path = { id: made.id, uploadId: made.uploadId! }
  return {
    id: made.id,
    path: `/api/v1/portal/documents/${made.id}/uploads/${made.uploadId}`,
    from: made.uploadReceived,
    received: async () =>
      (await ok(api.GET('/api/v1/portal/documents/{id}/uploads/{uploadId}', { params: { path } }))).received,
  }
}

/** `Card.jpg` as `Card (2).jpg`. */
export const numbered = (name: string, n: number): string =>
  n === 1 ? name : name.replace(/(\.[^.]{1,12})?$/, ` (${n})$1`)
