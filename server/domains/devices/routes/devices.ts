import { z } from 'zod'
import { conflict, stale } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import { Access, ById, DeviceAnswer, DeviceBody, DeviceChange } from '../api.ts'
import { accessAnswer, addCredential, openPassword, revokeCredentials } from '../credentials.ts'
import { enrol } from '../enrol.ts'
import { named, present, readDevice, readLiving } from '../records.ts'

const Enrolled = DeviceAnswer.extend({ access: Access })

/** The organization's computers that keep copies here: enrolled, looked after, revoked. */
export function deviceRoutes(services: Services): Route[] {
  const { keys } = services
  const list = route({
    method: 'GET',
    path: '/devices',
    tag: 'devices',
    needs: 'devices:read',
    summary: 'Devices, with their last copy and the room that they take',
    answer: { status: 200, schema: z.object({ items: z.array(DeviceAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.db.selectFrom('devices').selectAll().orderBy('name').orderBy('id').execute(),
      )
      await ctx.recordRead({
        action: 'device.list',
        object: { type: 'device', id: null },
        objects: rows.map((r) => r.id),
      })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const read = route({
    method: 'GET',
    path: '/devices/:id',
    tag: 'devices',
    needs: 'devices:read',
    summary: 'A device',
    params: ById,
    answer: { status: 200, schema: DeviceAnswer },
    async handler(ctx, { params }) {
      const row = await ctx.withContext((tx) => readDevice(tx, params.id))
      await ctx.recordRead({ action: 'device.read', object: { type: 'device', id: row.id } })
      ctx.reply.header('etag', `"${row.version}"`)
      return present(row)
    },
  })
  const create = route({
    method: 'POST',
    path: '/devices',
    tag: 'devices',
    needs: 'devices:manage',
    summary: 'Enrol a device; what restic on it needs is shown once',
    body: DeviceBody,
    answer: { status: 201, schema: Enrolled },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const made = await enrol(keys, tx, body)
        await ctx.record(tx, {
          action: 'device.enrol',
          object: { type: 'device', id: made.row.id },
          facts: { managed: body.managed, quota: body.quotaBytes },
        })
        return {
          ...present(made.row),
          access: accessAnswer(services, made.row.id, made.secret, made.password),
        }
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/devices/:id',
    tag: 'devices',
    needs: 'devices:manage',
    summary: 'Change a device; what is left out stays',
    params: ById,
    body: DeviceChange,
    answer: { status: 200, schema: DeviceAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readLiving(tx, params.id)
        if (body.retention && !before.managed)
          throw conflict(
            'not-managed',
            'Only of a managed device can old copies be let go',
            'Without its password Wellkeep can’t tell what belongs to which copy.',
          )
        const row = await named(
          tx.db
            .updateTable('devices')
            .set((e) => ({ ...columns(body), version: e('version', '+', 1) }))
            .where('org_id', '=', tx.context.orgId)
            .where('id', '=', params.id)
            .where('version', '=', ctx.ifMatch())
            .returningAll()
            .executeTakeFirst(),
        )
        if (!row) throw stale()
        await ctx.record(tx, {
          action: 'device.change',
          object: { type: 'device', id: params.id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return present(row)
      }),
  })
  const renew = route({
    method: 'POST',
    path: '/devices/:id/credential',
    tag: 'devices',
    needs: 'devices:manage',
    summary: 'Give a device a new secret; the one before opens nothing from now on',
    params: ById,
    body: z.strictObject({}),
    answer: { status: 201, schema: Access },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await readLiving(tx, params.id)
        if (row.state !== 'active') throw conflict('device-revoked', 'The device was revoked')
        await revokeCredentials(tx, row.id, 'append')
        const { secret } = await addCredential(tx, row.id, 'append')
        await ctx.record(tx, { action: 'device.renew', object: { type: 'device', id: row.id } })
        return accessAnswer(services, row.id, secret, null)
      }),
  })
  const revoke = route({
    method: 'POST',
    path: '/devices/:id/revoke',
    tag: 'devices',
    needs: 'devices:manage',
    summary: 'Revoke a device, at once; its copies stay',
    params: ById,
    body: z.strictObject({}),
    answer: { status: 200, schema: DeviceAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const before = await readLiving(tx, params.id)
        if (before.state !== 'active') throw conflict('device-revoked', 'The device was revoked already')
        await revokeCredentials(tx, before.id)
        const row = await tx.db
          .updateTable('devices')
          .set((e) => ({
            state: 'revoked',
            revoked_at: new Date(),
            revoked_by: ctx.principal.userId,
            silent_since: null,
            version: e('version', '+', 1),
          }))
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow()
        await ctx.record(tx, { action: 'device.revoke', object: { type: 'device', id: row.id } })
        return present(row)
      }),
  })
  const restore = route({
    method: 'POST',
    path: '/devices/:id/restore-access',
    tag: 'devices',
    needs: 'devices:restore',
    summary:
      'What it takes to restore a device’s copies elsewhere: access that only reads, for a while, and the password',
    params: ById,
    body: z.strictObject({
      reason: z.string().trim().min(3).max(500),
      hours: z.number().int().min(1).max(72).default(24),
    }),
    answer: { status: 201, schema: Access },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await readLiving(tx, params.id)
        const password = await passwordOf(ctx, tx, row)
        const expiresAt = new Date(Date.now() + body.hours * 3_600_000)
        const { secret } = await addCredential(tx, row.id, 'read', expiresAt)
        await ctx.record(tx, {
          action: 'device.restore-access',
          object: { type: 'device', id: row.id },
          reason: body.reason,
          facts: { hours: body.hours },
        })
        return accessAnswer(services, row.id, secret, password, expiresAt)
      }),
  })
  return [list, read, create, change, renew, revoke, restore]

  async function passwordOf(
    ctx: RequestContext,
    tx: Parameters<typeof readDevice>[0],
    row: Awaited<ReturnType<typeof readDevice>>,
  ): Promise<string | null> {
    if (!row.sealed_password) return null
    const key = await openSubject(keys, tx, row.id)
    return openPassword(key, ctx.principal.orgId, row.id, row.sealed_password)
  }
}

/** What a body says, by column. */
function columns(b: z.output<typeof DeviceChange>): Record<string, unknown> {
  const all = {
    name: b.name,
    facility_id: b.facilityId,
    quota_bytes: b.quotaBytes,
    silent_hours: b.silentHours,
    retention: b.retention === undefined ? undefined : b.retention && JSON.stringify(b.retention),
  }
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined))
}
