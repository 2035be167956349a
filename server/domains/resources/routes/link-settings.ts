import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { Cidr } from '../../../platform/http/cidr.ts'
import { stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'

const Settings = z.strictObject({
  /** Networks of the organization's own that the check of links may reach; public addresses need none. */
  privateNetworks: z.array(Cidr).max(50),
})
const Answer = Settings.extend({ version: z.number().int() })

async function read(tx: Tx): Promise<z.output<typeof Answer>> {
  const row = await tx.db.selectFrom('link_settings').selectAll().executeTakeFirst()
  return { privateNetworks: row?.private_networks ?? [], version: row?.version ?? 0 }
}

/** Where the check of links may look. */
export function linkSettingRoutes(_: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/link-settings',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Which private networks the check of links may reach',
    answer: { status: 200, schema: Answer },
    async handler(ctx) {
      const settings = await ctx.withContext(read)
      await ctx.recordRead({ action: 'link-settings.read', object: { type: 'link-settings', id: null } })
      ctx.reply.header('etag', `"${settings.version}"`)
      return settings
    },
  })
  const put = route({
    method: 'PUT',
    path: '/link-settings',
    tag: 'links',
    needs: 'settings:manage',
    summary: 'Say which private networks the check of links may reach',
    body: Settings,
    answer: { status: 200, schema: Answer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { rows } = await tx.client.query<{ version: number }>(
          `insert into link_settings (org_id, private_networks) select $1, $2 where $3 = 0
              or exists (select 1 from link_settings where org_id = $1 and version = $3)
            on conflict (org_id) do update set private_networks = excluded.private_networks, version = link_settings.version + 1
              where link_settings.version = $3
            returning version`,
          [tx.context.orgId, body.privateNetworks, ctx.ifMatch()],
        )
        if (!rows[0]) throw stale()
        await ctx.record(tx, {
          action: 'link-settings.change',
          object: { type: 'link-settings', id: null },
          changes: ['privateNetworks'],
        })
        ctx.reply.header('etag', `"${rows[0].version}"`)
        return { ...body, version: rows[0].version }
      }),
  })
  return [get, put]
}
