import type { BodyOf } from '../../../api/use-save.ts'
import type { Policy } from '../queries.ts'
import { minutesOf, minutesText } from './minutes.ts'

type Body = BodyOf<'/api/v1/sla/policies', 'post'>

export interface DraftTarget {
  response: string
  resolution: string
  aroundTheClock: boolean
}

export interface DraftAction {
  uid: string
  on: 'warning' | 'breach'
  clock: 'response' | 'resolution' | 'both'
  /** Of a warning; empty for each of them. */
  percent: string | null
  assignee: boolean
  team: boolean
  userIds: string[]
  raisePriority: boolean
  reassignTeamId: string | null
}

export interface PolicyValues {
  name: string
  active: boolean
  calendarId: string | null
  clientIds: string[]
  groupIds: string[]
  priorities: string[]
  typeIds: string[]
  /** One for each priority, the most urgent first. */
  targets: DraftTarget[]
  pause: 'waiting' | 'some' | 'never'
  pauseStatuses: string[]
  warnPercents: string[]
  actions: DraftAction[]
}

const PRIORITIES = [1, 2, 3, 4]

export const freshAction = (): DraftAction => ({
  uid: crypto.randomUUID(),
  on: 'breach',
  clock: 'both',
  percent: null,
  assignee: true,
  team: false,
  userIds: [],
  raisePriority: false,
  reassignTeamId: null,
})

export const toForm = (p: Policy | undefined, calendarId: string | null): PolicyValues => ({
  name: p?.name ?? '',
  active: p?.active ?? true,
  calendarId: p?.calendarId ?? calendarId,
  clientIds: p?.clientIds ?? [],
  groupIds: p?.groupIds ?? [],
  priorities: (p?.priorities ?? []).map(String),
  typeIds: p?.typeIds ?? [],
  targets: PRIORITIES.map((priority) => {
    const t = p?.targets.find((x) => x.priority === priority)
    return {
      response: minutesText(t?.responseMinutes ?? null),
      resolution: minutesText(t?.resolutionMinutes ?? null),
      aroundTheClock: t?.aroundTheClock ?? false,
    }
  }),
  pause: !p || p.pauseStatuses === null ? 'waiting' : p.pauseStatuses.length > 0 ? 'some' : 'never',
  pauseStatuses: p?.pauseStatuses ?? [],
  warnPercents: (p?.warnPercents ?? [75]).map(String),
  actions: (p?.actions ?? []).map((a) => ({
    uid: crypto.randomUUID(),
    on: a.on,
    clock: a.clock,
    percent: a.percent === undefined ? null : String(a.percent),
    ...a.notify,
    raisePriority: a.raisePriority,
    reassignTeamId: a.reassignTeamId,
  })),
})

const hasTarget = (t: DraftTarget) => Boolean(t.response.trim() || t.resolution.trim())

/** What the API takes; a priority without times has no clock, and no target. */
export function toBody(v: PolicyValues): Body {
  return {
    name: v.name.trim(),
    active: v.active,
    calendarId: v.calendarId!,
    clientIds: v.clientIds,
    groupIds: v.groupIds,
    priorities: v.priorities.map(Number),
    typeIds: v.typeIds,
    targets: v.targets.flatMap((t, at) =>
      hasTarget(t)
        ? [
            {
              priority: at + 1,
              responseMinutes: minutesOf(t.response) ?? null,
              resolutionMinutes: minutesOf(t.resolution) ?? null,
              aroundTheClock: t.aroundTheClock,
            },
          ]
        : [],
    ),
    pauseStatuses: v.pause === 'waiting' ? null : v.pause === 'never' ? [] : v.pauseStatuses,
    warnPercents: v.warnPercents.map(Number),
    actions: v.actions.map((a) => ({
      on: a.on,
      clock: a.clock,
      ...(a.on === 'warning' && a.percent && { percent: Number(a.percent) }),
      notify: { assignee: a.assignee, team: a.team, userIds: a.userIds },
      raisePriority: a.raisePriority,
      reassignTeamId: a.reassignTeamId,
    })),
  }
}

/** The API counts the targets that are sent, the form has one for each priority: its names for the server's. */
export function renamed({ targets }: PolicyValues): Record<string, string> {
  const sent = targets.flatMap((t, at) => (hasTarget(t) ? [at] : []))
  return Object.fromEntries(
    sent.flatMap((row, at) => [
      [`targets.${at}`, `targets.${row}.response`],
      [`targets.${at}.responseMinutes`, `targets.${row}.response`],
      [`targets.${at}.resolutionMinutes`, `targets.${row}.resolution`],
    ]),
  )
}
