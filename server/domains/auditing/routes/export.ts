import { Readable } from 'node:stream'
import { exportLog, type LogExport } from '../../../platform/audit/export.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'

/** Each holds a connection and a snapshot for as long as it takes. */
const AT_ONCE = 2
/** An export that nobody takes anything of for this long is given up, in ms: its snapshot keeps old rows alive. */
const STALLED = 120_000

/** The whole log as a file for `audit verify`. */
export function exportRoutes({ db, logState }: Services): Route[] {
  let running = 0
  return [
    route({
      method: 'GET',
      path: '/audit/export',
      tag: 'audit',
      needs: 'audit:export',
      summary: 'The whole log with its proofs, as a file to verify offline',
      answer: { status: 200, schema: { stream: 'application/x-ndjson' } },
      limit: { hits: 60, window: 3600, per: 'principal' },
      async handler(ctx) {
        if (running >= AT_ONCE)
          throw new Problem(429, 'export-busy', 'Other exports are under way; try again in a little', {
            headers: { 'retry-after': '30' },
          })
        running++
        let log: LogExport | undefined
        const end = async () => {
          running--
          await log?.end()
        }
        try {
          const { orgId } = ctx.principal
          log = await exportLog(db, logState, orgId)
          await ctx.recordRead({
            action: 'audit.export',
            object: { type: 'audit', id: null },
            facts: { size: log.size },
          })
          ctx.reply
            .header('content-type', 'application/x-ndjson')
            .header('content-disposition', `attachment; filename="audit-${orgId}-${log.size}.ndjson"`)
          const stream = Readable.from(whileTaken(log.bytes), { objectMode: false })
          stream.once('close', () => void end())
          return stream
        } catch (error) {
          await end()
          throw error
        }
      },
    }),
  ]
}

/** Hands on, and lets go of the snapshot when nobody asks for the next piece: the answer is cut off then. */
async function* whileTaken(bytes: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let timer: NodeJS.Timeout | undefined
  let stalled = false
  try {
    for await (const chunk of bytes) {
      timer = setTimeout(() => {
        stalled = true
        void bytes.return(undefined)
      }, STALLED).unref()
      yield chunk
      clearTimeout(timer)
    }
  } finally {
    clearTimeout(timer)
  }
  if (stalled) throw new Error('nobody took the export')
}
