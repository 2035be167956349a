import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Audience, CreateLink, LinkAnswer } from './api.ts'
import { addAudience, readAudiences } from './audience.ts'
import type { LinkIcon } from './icons.ts'
import { Words } from './seal.ts'
import { refuseTelling } from './telling.ts'

export interface LinkRow {
  id: string
  group_id: string
  position: number
  audience_id: string
  icon: string
  sealed_link: Buffer
  health: string
  reason: string | null
  checked_at: Date | null
  broken_since: Date | null
  sealed_moved_to: Buffer | null
  version: number
}
type Health = z.output<typeof LinkAnswer>['health']['state']

/** A link as its keeper gets it. */
export function present(words: Words, r: LinkRow, audience: Audience): z.output<typeof LinkAnswer> {
  return {
    id: r.id,
    groupId: r.group_id,
    ...words.open('links.sealed_link', r.id, r.sealed_link),
    icon: r.icon as LinkIcon,
    audience,
    health: {
      state: r.health as Health,
      reason: r.reason,
      checkedAt: r.checked_at?.toISOString() ?? null,
      brokenSince: r.broken_since?.toISOString() ?? null,
      movedTo: r.sealed_moved_to && words.open('links.sealed_moved_to', r.id, r.sealed_moved_to),
    },
    version: r.version,
  }
}

export async function readLink(keys: OrgKeys, tx: Tx, id: string): Promise<z.output<typeof LinkAnswer>> {
  const row = await tx.db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst()
  const audience = row && (await readAudiences(tx, [row.audience_id])).get(row.audience_id)
  if (!audience) throw notFound('The link')
  return present(await Words.of(keys, tx), row, audience)
}

/** Adds a link at the end of its group, and has it checked; answers its id. */
export async function addLink(keys: OrgKeys, tx: Tx, body: CreateLink): Promise<string> {
  const { title, note, url } = body
  refuseTelling({ title, note })
  const { orgId } = tx.context
  const group = await tx.db
    .selectFrom('link_groups')
    .select('id')
    .where('id', '=', body.groupId)
    .forUpdate()
    .executeTakeFirst()
  if (!group) throw invalid([{ field: 'groupId', message: 'names no group' }])
  const id = uuidv7()
  const words = await Words.of(keys, tx)
  const audience_id = await addAudience(tx, body.audience)
  await tx.db
    .insertInto('links')
    .values((e) => ({
      org_id: orgId,
      id,
      group_id: body.groupId,
      position: e
        .selectFrom('links')
        .where('group_id', '=', body.groupId)
        .select((l) => l.fn.coalesce(l(l.fn.max('position'), '+', 1), l.lit(0)).as('position')) as never,
      audience_id,
      icon: body.icon,
      sealed_link: words.seal('links.sealed_link', id, { title, note, url }),
    }))
    .execute()
  await checkSoon(tx, id)
  return id
}

/** Adds a group below the others; answers its id. */
export async function addLinkGroup(keys: OrgKeys, tx: Tx, name: string): Promise<string> {
  refuseTelling({ name })
  const id = uuidv7()
  const words = await Words.of(keys, tx)
  const others = await lockGroups(tx)
  await tx.db
    .insertInto('link_groups')
    .values({
      org_id: tx.context.orgId,
      id,
      position: others.length + 1,
      sealed_name: words.seal('link_groups.sealed_name', id, name),
    })
    .execute()
  return id
}

/** So that two people who change the order do so one after the other. */
export const lockGroups = (tx: Tx): Promise<{ id: string }[]> =>
  tx.db.selectFrom('link_groups').select('id').orderBy('id').forUpdate().execute()

/** Has a link checked as soon as a worker is free. */
export const checkSoon = (tx: Tx, linkId: string): Promise<void> =>
  addJob(tx, 'link.check', { linkId }, { key: `link.check:${linkId}` })
