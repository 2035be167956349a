import type { ClientResources } from '../../transfer/index.ts'
import { questionnaireResponse } from './fhir.ts'
import { disclosable, handedIn } from './handed-in.ts'

/** What a client answered, as it goes into the client's FHIR bundle. */
export const responsesInBundle: ClientResources = async ({ keys }, ctx, clientId, subject) => {
  if (!ctx.principal.permissions.has('forms:read')) return []
  const classes = disclosable(ctx.principal)
  const out = []
  let cursor: string | undefined
  do {
    const page = await ctx.withContext((tx) => handedIn(keys, tx, { clientId }, classes, cursor, 100))
    for (const { row, definition, answers } of page.items)
      out.push({
        id: row.id,
        type: 'QuestionnaireResponse',
        text: questionnaireResponse(
          {
            id: row.id,
            formId: row.form_id,
            n: row.n,
            clientId,
            submittedAt: row.submitted_at!.toISOString(),
            definition,
            answers,
          },
          subject,
        ),
      })
    cursor = page.next
  } while (cursor)
  return out
}
