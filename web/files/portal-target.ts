import { api, ok } from '../api/client.ts'
import type { Target } from './upload.ts'

/** A conversation or a form, as what takes files of a portal person. */
export const portalTarget = (owner: { type: 'thread' | 'form-response'; id: string }): Target => ({
  async announce(file, signal, key) {
    const { id } = await ok(
      api.POST('/api/v1/portal/files', {
        headers: { 'Idempotency-Key': key },
        body: { ownerType: owner.type, ownerId: owner.id, name: file.name || 'file', size: file.size },
        signal,
      }),
    )
    const params = { path: { id } }
    return {
      id,
      path: `/api/v1/portal/files/${id}/content`,
      received: async () => (await ok(api.GET('/api/v1/portal/files/{id}', { params }))).received,
    }
  },
})
