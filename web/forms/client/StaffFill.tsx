import type { Answers, Definition } from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ownerTarget } from '../../files/upload.ts'
import { FillForm } from '../fill/FillForm.tsx'
import { type Response, responseQuery } from '../queries.ts'

/** A form that staff fill in for a client. */
export function StaffFill({ response: r }: { response: Response }) {
  const path = { id: r.id }
  return (
    <FillForm
      response={{
        definition: r.definition as Definition,
        answers: r.answers as Answers,
        prefilled: r.prefilled as Answers,
        version: r.version,
        files: r.files,
      }}
      uploads={{ target: ownerTarget({ type: 'form-response', id: r.id }), path: '/files' }}
      way={{
        save: async (answers, version) =>
          (
            await ok(
              api.PUT('/api/v1/form-responses/{id}/answers', {
                params: { path },
                headers: { 'If-Match': `"${version}"` },
                body: { answers },
              }),
            )
          ).version,
        newest: async () => {
          const now = await ok(api.GET('/api/v1/form-responses/{id}', { params: { path } }))
          if (!now.fillable) queryClient.setQueryData(responseQuery(r.id).queryKey, now)
          return { answers: now.answers as Answers, version: now.version }
        },
        submit: async (answers, version, key) => {
          const now = await ok(
            api.POST('/api/v1/form-responses/{id}/submit', {
              params: { path },
              headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': key },
              body: { answers },
            }),
          )
          queryClient.setQueryData(responseQuery(r.id).queryKey, now)
          void queryClient.invalidateQueries({ queryKey: ['forms'] })
        },
      }}
    />
  )
}
