import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { GroupAnswer, Id, LinkAnswer } from '../api.ts'
import { readAudiences } from '../audience.ts'
import { present } from '../links.ts'
import { Words } from '../seal.ts'

const ReaderLink = LinkAnswer.pick({ id: true, title: true, note: true, url: true, icon: true }).extend({
  /** Those of the reader's facilities that it is for; none: it is for all. */
  facilityIds: z.array(Id),
})
const Page = z.object({
  groups: z.array(z.object({ id: Id, name: z.string(), links: z.array(ReaderLink) })),
  /** The reader's own, as far as a link is for one of them. */
  facilities: z.array(z.object({ id: Id, name: z.string() })),
})
const Kept = z.object({ groups: z.array(GroupAnswer.extend({ links: z.array(LinkAnswer) })) })

/** The navigation page: what whoever asks finds there, and all of it for who keeps it. */
export function readLinkRoutes({ keys }: Services): Route[] {
  const mine = route({
    method: 'GET',
    path: '/links',
    tag: 'links',
    needs: 'signed-in',
    alsoPortal: true,
    summary: 'The links for whoever asks, by group',
    answer: { status: 200, schema: Page },
    async handler(ctx) {
      const page = await ctx.withContext(async (tx) => {
        const { rows: links } = await tx.client.query(
          `select l.* from links l where l.org_id = $1 and wk_in_audience(l.audience_id) order by l.position, l.id`,
          [tx.context.orgId],
        )
        const groups = await tx.db.selectFrom('link_groups').selectAll().orderBy('position').execute()
        const audiences = await readAudiences(
          tx,
          links.map((l) => l.audience_id),
        )
        const words = await Words.of(keys, tx)
        const shown = links.map((l) => {
          const { groupId, id, title, note, url, icon } = present(words, l, audiences.get(l.audience_id)!)
          const { facilityIds } = audiences.get(l.audience_id)!
          return { groupId, link: { id, title, note, url, icon, facilityIds } }
        })
        const named = [...new Set(shown.flatMap((s) => s.link.facilityIds))]
        const { rows: facilities } = await tx.client.query<{ id: string; name: string }>(
          'select id, name from facilities where org_id = $1 and id = any ($2) and id = any (wk_my_facilities()) order by name',
          [tx.context.orgId, named],
        )
        const own = new Set(facilities.map((f) => f.id))
        for (const { link } of shown) link.facilityIds = link.facilityIds.filter((id) => own.has(id))
        return {
          groups: groups
            .map(({ id, sealed_name }) => ({
              id,
              name: words.open('link_groups.sealed_name', id, sealed_name),
              links: shown.filter((s) => s.groupId === id).map((s) => s.link),
            }))
            .filter((g) => g.links.length > 0),
          facilities,
        }
      })
      await ctx.recordRead({ action: 'link.list', object: { type: 'link', id: null } })
      return page
    },
  })
  const all = route({
    method: 'GET',
    path: '/links/all',
    tag: 'links',
    needs: 'links:manage',
    summary: 'All links in their order, for whom each is, and whether it leads somewhere',
    answer: { status: 200, schema: Kept },
    async handler(ctx) {
      const groups = await ctx.withContext(async (tx) => {
        const links = await tx.db.selectFrom('links').selectAll().orderBy('position').orderBy('id').execute()
        const rows = await tx.db.selectFrom('link_groups').selectAll().orderBy('position').execute()
        const audiences = await readAudiences(
          tx,
          links.map((l) => l.audience_id),
        )
        const words = await Words.of(keys, tx)
        return rows.map(({ id, sealed_name, version }) => ({
          id,
          name: words.open('link_groups.sealed_name', id, sealed_name),
          version,
          links: links
            .filter((l) => l.group_id === id)
            .map((l) => present(words, l, audiences.get(l.audience_id)!)),
        }))
      })
      await ctx.recordRead({ action: 'link.list', object: { type: 'link', id: null } })
      return { groups }
    },
  })
  return [mine, all]
}
