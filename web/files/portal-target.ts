import { api, ok } from '../api/client.ts'
import type { Target } from './upload.ts'

/** A conversation, a request or a form, as what takes files of a portal person; with one's own message there, they go with it. */
export const portalTarget = (
  owner: { type: 'thread' | 'form-response' | 'ticket'; id: string },
  messageId?: string,
): Target => ({
  async announce({ name, size }, signal, key) {
    const { id, received } = await ok(
      api.POST('/api/v1/portal/files', {
        headers: { 'Idempotency-Key': key },
        body: { ownerType: owner.type, ownerId: owner.id, name, size, messageId },
        signal,
      }),
    )
    const params = { path: { id } }
    return {
      id,
      path: `/api/v1/portal/files/${id}/content`,
      from: received,
      received: async () => (await ok(api.GET('/api/v1/portal/files/{id}', { params }))).received,
    }
  },
})
