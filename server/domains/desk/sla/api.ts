import { z } from 'zod'
import { DAYS } from './engine/calendar.ts'

/** What the API takes and gives for calendars and policies. Names are one line without control characters. */
export const Id = z.uuid()
export const ById = z.object({ id: Id })
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')
export const some = (body: object) => Object.keys(body).length > 0

const Hours = z.strictObject({ from: z.string().max(5), to: z.string().max(5) })
const DayHours = z.array(Hours).max(12)
const Weekly = z.strictObject(
  Object.fromEntries(DAYS.map((d) => [d, DayHours.default([])])) as Record<
    (typeof DAYS)[number],
    z.ZodDefault<typeof DayHours>
  >,
)
const Holiday = z.strictObject({
  date: z.string().max(10),
  name: Name,
  hours: DayHours.default([]),
})
export const CalendarBody = z.strictObject({
  name: Name,
  /** Of the IANA database; null for the organization's. */
  timeZone: z.string().max(64).nullable(),
  alwaysOpen: z.boolean(),
  weekly: Weekly,
  holidays: z.array(Holiday).max(1000),
})
export type CalendarBody = z.infer<typeof CalendarBody>
/** Without defaults: what is left out stays. */
export const CalendarChange = CalendarBody.partial()
export const CreateCalendar = CalendarBody.partial({ timeZone: true, alwaysOpen: true, holidays: true })
export const CalendarAnswer = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string().nullable(),
  /** The zone that it counts by. */
  zone: z.string(),
  alwaysOpen: z.boolean(),
  weekly: z.record(z.string(), z.array(z.object({ from: z.string(), to: z.string() }))),
  holidays: z.array(
    z.object({
      date: z.string(),
      name: z.string(),
      hours: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
  policies: z.number().int(),
  version: z.number().int(),
})

/** A year of open time. */
const Minutes = z.number().int().min(1).max(525_600)
const Priority = z.number().int().min(1).max(4)
const Ids = (max: number) => z.array(Id).max(max)
const Target = z.strictObject({
  priority: Priority,
  responseMinutes: Minutes.nullable(),
  resolutionMinutes: Minutes.nullable(),
  aroundTheClock: z.boolean().default(false),
})
const Notify = z.strictObject({
  assignee: z.boolean().default(false),
  team: z.boolean().default(false),
  userIds: Ids(50).default([]),
})
const Action = z.strictObject({
  on: z.enum(['warning', 'breach']),
  clock: z.enum(['response', 'resolution', 'both']),
  percent: z.number().int().min(1).max(99).optional(),
  notify: Notify.default({ assignee: false, team: false, userIds: [] }),
  raisePriority: z.boolean().default(false),
  reassignTeamId: Id.nullable().default(null),
})
export const PolicyBody = z.strictObject({
  name: Name,
  active: z.boolean(),
  calendarId: Id,
  clientIds: Ids(500),
  groupIds: Ids(500),
  priorities: z.array(Priority).max(4),
  typeIds: Ids(100),
  targets: z.array(Target).min(1).max(4),
  /** Keys of statuses; null: each of the category `waiting`. */
  pauseStatuses: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the key of a status'))
    .max(30)
    .nullable(),
  warnPercents: z.array(z.number().int().min(1).max(99)).max(5),
  actions: z.array(Action).max(20),
})
export type PolicyBody = z.infer<typeof PolicyBody>
export const PolicyChange = PolicyBody.partial()
export const CreatePolicy = PolicyBody.partial({
  active: true,
  clientIds: true,
  groupIds: true,
  priorities: true,
  typeIds: true,
  pauseStatuses: true,
  warnPercents: true,
  actions: true,
})
export const PolicyAnswer = PolicyBody.extend({
  id: Id,
  position: z.number().int(),
  calendarName: z.string(),
  version: z.number().int(),
})
