import { z } from 'zod'
import { LINK_ICONS } from './icons.ts'

/** What the API takes and gives for links and announcements. */
export const Id = z.uuid()
export const ById = z.object({ id: Id })
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')
const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not hold control characters')
const some = (body: object) => Object.keys(body).length > 0
const ids = z
  .array(Id)
  .max(100)
  .refine((list) => new Set(list).size === list.length, 'names something twice')

export const Audience = z.strictObject({
  who: z.enum(['everybody', 'staff', 'portal']),
  /** None: all of them. */
  facilityIds: ids,
  /** Of the staff, who holds one of these; none: all. */
  roleIds: ids,
})
export type Audience = z.output<typeof Audience>
const EVERYBODY: Audience = { who: 'everybody', facilityIds: [], roleIds: [] }

/** An address for a browser: nothing but http and https, and no password in it. */
export const Url = z
  .string()
  .trim()
  .max(2000)
  .refine(isWebAddress, 'must be an address that begins with https:// or http://, without a password in it')
  .transform((text) => new URL(text).href)

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return !!url && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

const link = {
  groupId: Id,
  title: line(80).min(1),
  note: line(200),
  url: Url,
  icon: z.enum(LINK_ICONS),
  audience: Audience,
}
export const CreateLink = z.strictObject({
  ...link,
  note: link.note.default(''),
  icon: link.icon.default('link'),
  audience: link.audience.default(EVERYBODY),
})
export type CreateLink = z.output<typeof CreateLink>
export const ChangeLink = z.strictObject(link).partial().refine(some, 'nothing to change')
export const LinkAnswer = z.object({
  id: Id,
  groupId: Id,
  title: z.string(),
  note: z.string(),
  url: z.string(),
  icon: z.enum(LINK_ICONS),
  audience: Audience,
  health: z.object({
    state: z.enum(['unchecked', 'works', 'moved', 'broken', 'private']),
    /** Why it is broken. */
    reason: z.string().nullable(),
    checkedAt: z.string().nullable(),
    brokenSince: z.string().nullable(),
    movedTo: z.string().nullable(),
  }),
  version: z.number().int(),
})
export const GroupBody = z.strictObject({ name: line(60).min(1) })
export const GroupAnswer = z.object({ id: Id, name: z.string(), version: z.number().int() })
export const Order = z.strictObject({
  groups: z.array(z.strictObject({ id: Id, linkIds: z.array(Id).max(1000) })).max(200),
})

const announcement = {
  title: line(120).min(1),
  text: lines(4000).min(1),
  importance: z.enum(['normal', 'important', 'urgent']),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  audience: Audience,
}
export const CreateAnnouncement = z.strictObject({
  ...announcement,
  importance: announcement.importance.default('normal'),
  /** Left out: now. */
  startsAt: announcement.startsAt.optional(),
  endsAt: announcement.endsAt.default(null),
  audience: announcement.audience.default(EVERYBODY),
})
export type CreateAnnouncement = z.output<typeof CreateAnnouncement>
export const ChangeAnnouncement = z
  .strictObject({
    ...announcement,
    /** Shown once more to those who have read it. */
    readAgain: z.literal(true),
  })
  .partial()
  .refine(some, 'nothing to change')
const Shown = z.object({
  id: Id,
  title: z.string(),
  text: z.string(),
  importance: announcement.importance,
  startsAt: z.string(),
  endsAt: z.string().nullable(),
})
export const ReaderAnnouncement = Shown.extend({ readAt: z.string().nullable() })
export const AnnouncementAnswer = Shown.extend({
  audience: Audience,
  /** How many people have read it. */
  reads: z.number().int(),
  version: z.number().int(),
})
