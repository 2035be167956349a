import { Readable } from 'node:stream'
import { z } from 'zod'
import { conflict } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, Purpose } from '../api.ts'
import { csvHead, csvRow, questionsOf } from '../export/csv.ts'
import { disclosable, type HandedIn, handedIn } from '../export/handed-in.ts'
import { responsePdf } from '../export/pdf.ts'
import { answerText } from '../export/text.ts'
import { findForm, versionsOf } from '../forms.ts'
import { FormSeal } from '../seal.ts'
import { shownToStaff } from './shown.ts'

const PAGE = 100
const Body = <F extends string>(format: F) =>
  z.strictObject({ format: z.literal(format).default(format as never), purpose: Purpose })

/** Names hold an id, never a person's name. */
function attach(ctx: RequestContext, name: string, type: string): void {
  ctx.reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
}

/** Giving answers out: each a disclosure with a stated purpose, recorded before the first byte leaves. */
export function exportRoutes({ keys }: Services): Route[] {
  const one = route({
    method: 'POST',
    path: '/form-responses/:id/export',
    tag: 'forms',
    needs: 'clients:export',
    summary: 'What a client answered, as a readable PDF',
    params: ById,
    body: Body('pdf'),
    answer: { status: 200, schema: { stream: 'application/pdf' } },
    async handler(ctx, { params, body }) {
      const { principal: p } = ctx
      const classes = disclosable(p)
      const response = await ctx.withContext((tx) => shownToStaff(keys, ctx, tx, params.id))
      if (response.state !== 'submitted') throw conflict('not-submitted', 'This form was not handed in yet')
      await ctx.recordRead({
        action: 'form-response.export',
        // In the client's history, and the purpose under the client's key.
        object: { type: 'client', id: response.client.id },
        objects: [response.id],
        classes,
        purpose: body.purpose,
        facts: { format: 'pdf', form: response.formId, n: response.n },
      })
      attach(ctx, `form-${response.id}.pdf`, 'application/pdf')
      const given = response.definition.fields
        .filter((f) => f.class && !classes.includes(f.class))
        .map((f) => f.id)
      const answers = Object.fromEntries(
        Object.entries(response.answers).filter(([id]) => !given.includes(id)),
      )
      return responsePdf(
        { ...response, answers },
        { organization: p.organization, purpose: body.purpose, requester: p.displayName, time: new Date() },
      )
    },
  })
  const all = route({
    method: 'POST',
    path: '/forms/:id/export',
    tag: 'forms',
    needs: 'clients:export',
    summary: 'All that was handed in to a form, as CSV: of the clients and classes that one sees',
    params: ById,
    body: Body('csv'),
    answer: { status: 200, schema: { stream: 'text/csv' } },
    async handler(ctx, { params, body }) {
      const classes = disclosable(ctx.principal)
      const versions = await ctx.withContext(async (tx) => {
        await findForm(tx, params.id)
        const seal = await FormSeal.of(keys, tx)
        return (await versionsOf(tx, params.id)).map((v) =>
          seal.open('form_versions.sealed_definition', v.id, v.sealed_definition),
        )
      })
      const questions = questionsOf(versions, classes)
      /** Each page's event is durable before the page leaves. */
      const page = async (cursor: string | undefined, part: number) => {
        const found = await ctx.withContext((tx) =>
          handedIn(keys, tx, { formId: params.id }, classes, cursor, PAGE),
        )
        await ctx.recordRead({
          action: 'form.export',
          object: { type: 'form', id: params.id },
          objects: found.items.flatMap(({ row }) => [row.id, row.client_id]),
          classes,
          purpose: body.purpose,
          facts: { format: 'csv', part, count: found.items.length },
        })
        return found
      }
      const first = await page(undefined, 1)
      attach(ctx, `form-${params.id}.csv`, 'text/csv; charset=utf-8')
      async function* lines(): AsyncGenerator<string> {
        yield csvHead(questions)
        for (let now = first, part = 1; ; part++) {
          for (const item of now.items)
            yield csvRow(questions, rowOf(item), (f, a) => answerText(f, a, (id) => id))
          if (!now.next) return
          now = await page(now.next, part + 1)
        }
      }
      return Readable.from(lines(), { objectMode: false })
    },
  })
  return [one, all]
}

const rowOf = ({ row, client, answers }: HandedIn) => ({
  id: row.id,
  clientId: row.client_id,
  client,
  n: row.n,
  submittedAt: row.submitted_at!.toISOString(),
  answers,
})
