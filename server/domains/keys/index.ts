import { z } from 'zod'
import { NoBody, type Route, route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { rewrap, rotate } from './rotate.ts'
import { keyReport } from './verify.ts'

const Report = z.object({
  rootKeys: z.array(
    z.object({ id: z.string(), createdAt: z.string(), active: z.boolean(), wraps: z.number() }),
  ),
  keks: z.array(
    z.object({
      id: z.string(),
      createdAt: z.string(),
      active: z.boolean(),
      rootKeyId: z.string(),
      wraps: z.number(),
    }),
  ),
  deks: z.object({
    total: z.number(),
    destroyed: z.number(),
    behind: z.number(),
    byKek: z.record(z.string(), z.number()),
  }),
  rewrap: z.object({ running: z.boolean(), done: z.number(), total: z.number() }),
})

/** The state of the keys, and rotation, for administrators and security officers. */
export function keyRoutes(services: Services): Route[] {
  const { log } = services
  let progress = { running: false, done: 0, total: 0 }
  const state = async (orgId: string) => {
    const report = await keyReport(services)
    const mine = report.keks.filter((k) => k.orgId === orgId)
    return {
      ...report,
      deks: { ...report.deks, byKek: Object.fromEntries(mine.map((k) => [k.id, k.wraps])) },
      keks: mine.map(({ orgId: _, retired, ...k }) => ({ ...k, active: !retired })),
      rewrap: progress,
    }
  }
  /** Goes on beside the serving; what is left when the process ends is taken up by the next rotation or `keys rewrap`. */
  const start = async () => {
    if (progress.running) return
    const { deks } = await keyReport(services)
    progress = { running: true, done: 0, total: deks.behind }
    void rewrap(services, (done) => (progress = { ...progress, done }))
      .catch((error: Error) =>
        log.error({ kind: error.name }, 'rewrapping stopped; it can be taken up again'),
      )
      .finally(() => (progress = { ...progress, running: false }))
  }
  const get = route({
    method: 'GET',
    path: '/keys',
    tag: 'keys',
    needs: 'keys:read',
    summary: 'Which keys there are and what they wrap',
    answer: { status: 200, schema: Report },
    async handler(ctx) {
      await ctx.recordRead({ action: 'keys.read', object: { type: 'keys', id: null } })
      return state(ctx.principal.orgId)
    },
  })
  const turn = route({
    method: 'POST',
    path: '/keys/rotate',
    tag: 'keys',
    needs: 'keys:manage',
    summary: 'New keys from now on; old data keys are rewrapped while serving',
    body: NoBody,
    limit: { hits: 6, window: 3600, per: 'principal' },
    answer: { status: 202, schema: Report },
    async handler(ctx) {
      await rotate(services, (tx, facts) =>
        ctx.record(tx, { action: 'keys.rotate', object: { type: 'keys', id: null }, facts }),
      )
      await start()
      return state(ctx.principal.orgId)
    },
  })
  const again = route({
    method: 'POST',
    path: '/keys/rewrap',
    tag: 'keys',
    needs: 'keys:manage',
    summary: 'Take up rewrapping where it stopped',
    body: NoBody,
    answer: { status: 202, schema: Report },
    async handler(ctx) {
      await ctx.withContext((tx) =>
        ctx.record(tx, { action: 'keys.rewrap', object: { type: 'keys', id: null } }),
      )
      await start()
      return state(ctx.principal.orgId)
    },
  })
  return [get, turn, again]
}

export { checkKeys } from './check.ts'
export { changePassphrase, type PassphraseChange } from './passphrase.ts'
export { forgetOld, rewrap, rotate } from './rotate.ts'
export { keyReport, verifyKeys } from './verify.ts'
