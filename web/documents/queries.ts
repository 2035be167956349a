import { queryOptions } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import type { Answer, Item } from '../api/types.ts'
import type { Target } from '../files/upload.ts'

export type Folder = Item<'/api/v1/folders'>
export type FolderWithPath = Answer<'/api/v1/folders/{id}', 'get'>
export type Document = Item<'/api/v1/folders/{id}/documents'>
export type DocumentWithUpload = Answer<'/api/v1/documents/{id}', 'get'>
export type Version = Item<'/api/v1/documents/{id}/versions'>

/** A state in which the server is still busy with a file. */
const BUSY: Version['fileState'][] = ['waiting', 'reading']
export const isBusy = (state: Version['fileState'] | undefined) => state !== undefined && BUSY.includes(state)

export const foldersQuery = (where: { parentId?: string; clientId?: string } = {}) =>
  queryOptions({
    queryKey: ['documents', 'folders', where],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/folders', { params: { query: where }, signal })),
  })

export const folderQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'folder', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/folders/{id}', { params: { path: { id } }, signal })),
  })

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'one', id],
    queryFn: ({ signal }) =>
      okWithTag(api.GET('/api/v1/documents/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (isBusy(query.state.data?.data.content?.state) ? 2500 : false),
  })

/** What shows folders and documents is asked anew. */
export const documentsChanged = () => queryClient.invalidateQueries({ queryKey: ['documents'] })

/** The bytes of a version: where they go, and how far they are. */
const place = (id: string, uploadId: string, from: number) => ({
  id,
  from,
  path: `/api/v1/documents/${id}/uploads/${uploadId}`,
  received: async () =>
    (await ok(api.GET('/api/v1/documents/{id}/uploads/{uploadId}', { params: { path: { id, uploadId } } })))
      .received,
})

/** A folder, as what takes files: each becomes a document. */
export const folderTarget = (folderId: string): Target => ({
  async announce({ name, size, fingerprint }, signal, key) {
    const made = await ok(
      api.POST('/api/v1/folders/{id}/documents', {
        params: { path: { id: folderId } },
        headers: { 'Idempotency-Key': key },
        body: { name, size, ...(fingerprint && { fingerprint }) },
        signal,
      }),
    )
    return place(made.id, made.uploadId!, made.uploadReceived)
  },
})

/** A document, as what takes files: each becomes a version. */
export const versionTarget = (id: string, basedOn: number, note: () => string): Target => ({
  async announce({ name, size, fingerprint }, signal, key) {
    const text = note().trim()
    const made = await ok(
      api.POST('/api/v1/documents/{id}/versions', {
        params: { path: { id } },
        headers: { 'Idempotency-Key': key },
        body: { name, size, basedOn, ...(fingerprint && { fingerprint }), ...(text && { note: text }) },
        signal,
      }),
    )
    return place(id, made.id, made.received)
  },
})
