import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob, type JobSet, removeJob } from '../../platform/jobs/index.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Services } from '../../platform/services.ts'
import type { AnnouncementAnswer, CreateAnnouncement } from './api.ts'
import { addAudience, readAudiences } from './audience.ts'
import { Words } from './seal.ts'
import { refuseTelling } from './telling.ts'

type Answer = z.output<typeof AnnouncementAnswer>
export interface AnnouncementRow {
  id: string
  audience_id: string
  importance: string
  sealed_text: Buffer
  starts_at: Date
  ends_at: Date | null
  version: number
}

/** What everybody who may see it gets of it. */
export const shown = (words: Words, r: AnnouncementRow) => ({
  id: r.id,
  ...words.open('announcements.sealed_text', r.id, r.sealed_text),
  importance: r.importance as Answer['importance'],
  startsAt: r.starts_at.toISOString(),
  endsAt: r.ends_at?.toISOString() ?? null,
})

/** As who keeps them gets them. */
export async function presentAll(keys: OrgKeys, tx: Tx, rows: AnnouncementRow[]): Promise<Answer[]> {
  if (rows.length === 0) return []
  const words = await Words.of(keys, tx)
  const audiences = await readAudiences(
    tx,
    rows.map((r) => r.audience_id),
  )
  const reads = await tx.db
    .selectFrom('announcement_reads')
    .select((e) => ['announcement_id', e.fn.countAll<string>().as('n')])
    .where(
      'announcement_id',
      'in',
      rows.map((r) => r.id),
    )
    .groupBy('announcement_id')
    .execute()
  return rows.map((r) => ({
    ...shown(words, r),
    audience: audiences.get(r.audience_id)!,
    reads: Number(reads.find((n) => n.announcement_id === r.id)?.n ?? 0),
    version: r.version,
  }))
}

export async function readAnnouncement(keys: OrgKeys, tx: Tx, id: string): Promise<Answer> {
  const row = await tx.db.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('The announcement')
  return (await presentAll(keys, tx, [row]))[0]!
}

/** Announces something from a time on; answers its id. */
export async function announce(keys: OrgKeys, tx: Tx, body: CreateAnnouncement): Promise<string> {
  const { title, text, endsAt } = body
  refuseTelling({ title, text })
  const startsAt = body.startsAt ?? new Date().toISOString()
  checkTimes(startsAt, endsAt)
  const id = uuidv7()
  const words = await Words.of(keys, tx)
  const audience_id = await addAudience(tx, body.audience)
  await tx.db
    .insertInto('announcements')
    .values({
      org_id: tx.context.orgId,
      id,
      audience_id,
      importance: body.importance,
      sealed_text: words.seal('announcements.sealed_text', id, { title, text }),
      starts_at: startsAt,
      ends_at: endsAt,
      created_by: tx.context.userId,
    })
    .execute()
  await tellInTime(tx, id, startsAt, endsAt)
  return id
}

export function checkTimes(startsAt: string, endsAt: string | null): void {
  if (endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt))
    throw invalid([{ field: 'endsAt', message: 'must be after it starts' }])
}

/** Screens are told when it begins and when it ends. */
export async function tellInTime(
  tx: Tx,
  id: string,
  startsAt: string | null,
  endsAt: string | null,
): Promise<void> {
  for (const [turn, at] of Object.entries({ begins: startsAt, ends: endsAt })) {
    const key = `announcement.${turn}:${id}`
    if (at !== null && Date.parse(at) > Date.now())
      await addJob(tx, 'announcements.turn', {}, { key, runAt: new Date(at) })
    else await removeJob(tx, key)
  }
}

export const announcementJobs = ({ live }: Services): JobSet => ({
  tasks: {
    async 'announcements.turn'({ orgId }) {
      live.changed(orgId, 'announcements')
    },
  },
})
