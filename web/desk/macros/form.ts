import type { Item } from '../../api/types.ts'
import type { BodyOf } from '../../api/use-save.ts'

export type Macro = Item<'/api/v1/ticket-macros'>

/** As the fields have it: what is not chosen is null. */
export interface MacroValues {
  name: string
  body: string
  kind: 'public' | 'internal'
  status: string | null
  assignee: string | null
  impact: string | null
  urgency: string | null
  queueId: string | null
  typeId: string | null
  teamId: string | null
  checklistIds: string[]
  addTags: string[]
  removeTags: string[]
  shared: boolean
}

export const toForm = (m: Macro | undefined): MacroValues => ({
  name: m?.name ?? '',
  body: m?.body ?? '',
  kind: m?.kind ?? 'public',
  status: m?.status ?? null,
  assignee: m?.assignee ?? null,
  impact: m?.impact ? String(m.impact) : null,
  urgency: m?.urgency ? String(m.urgency) : null,
  queueId: m?.queueId ?? null,
  typeId: m?.typeId ?? null,
  teamId: m?.teamId ?? null,
  checklistIds: m?.checklistIds ?? [],
  addTags: m?.addTags ?? [],
  removeTags: m?.removeTags ?? [],
  shared: m?.shared ?? false,
})

/** What the API takes: only what the macro does. */
export function toBody(v: MacroValues): BodyOf<'/api/v1/ticket-macros', 'post'> {
  return {
    name: v.name.trim(),
    kind: v.kind,
    shared: v.shared,
    ...(v.body.trim() && { body: v.body.trim() }),
    ...(v.status && { status: v.status }),
    ...(v.assignee && { assignee: v.assignee }),
    ...(v.impact && { impact: Number(v.impact) }),
    ...(v.urgency && { urgency: Number(v.urgency) }),
    ...(v.queueId && { queueId: v.queueId }),
    ...(v.typeId && { typeId: v.typeId }),
    ...(v.teamId && { teamId: v.teamId }),
    ...(v.checklistIds.length > 0 && { checklistIds: v.checklistIds }),
    ...(v.addTags.length > 0 && { addTags: v.addTags }),
    ...(v.removeTags.length > 0 && { removeTags: v.removeTags }),
  }
}

/** What a text may name, and what stands there then. */
export const PLACEHOLDERS = [
  ['ticket.number', 'the ticket’s number'],
  ['ticket.subject', 'its subject'],
  ['ticket.status', 'its status'],
  ['requester.name', 'who asks'],
  ['requester.email', 'their e-mail address'],
  ['agent.name', 'your name'],
  ['organization.name', 'the organization'],
] as const

/** The text with a placeholder at the caret. */
export function withPlaceholder(text: string, at: number, name: string): string {
  return `${text.slice(0, at)}{{${name}}}${text.slice(at)}`
}
