import type { Item } from '../../api/types.ts'

export type TicketTemplate = Item<'/api/v1/ticket-templates'>

/** What a template may fill in of the form for a new ticket. */
export interface Filled {
  subject: string
  body: string
  queueId: string | null
  typeId: string | null
  impact: string | null
  urgency: string | null
  tags: string[]
}
export type Field = keyof Filled

/** What the fields are called in the question what becomes of them. */
export const FIELD_WORDS: Record<Field, string> = {
  subject: 'Subject',
  body: 'What happened',
  queueId: 'Queue',
  typeId: 'Type',
  impact: 'Impact',
  urgency: 'Urgency',
  tags: 'Tags',
}

/** What the template says of each field; what it leaves open is not in it. */
export function partsOf(t: TicketTemplate | undefined): Partial<Filled> {
  if (!t) return {}
  return {
    ...(t.subject && { subject: t.subject }),
    ...(t.body && { body: t.body }),
    ...(t.queueId && { queueId: t.queueId }),
    ...(t.typeId && { typeId: t.typeId }),
    ...(t.impact && { impact: String(t.impact) }),
    ...(t.urgency && { urgency: String(t.urgency) }),
    ...(t.tags?.length && { tags: t.tags }),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isEmpty = (value: Filled[Field]) => value === null || (typeof value === 'string' && value.trim() === '')

/**
 * What the form becomes with a template in place of another: fields that are empty, or still as the template before it
 * left them, are filled in or emptied again. What somebody typed stays; where the template says something else, the field
 * is in `asked`. Tags are added to those that are there.
 */
export function fillIn(
  values: Filled,
  next: TicketTemplate | undefined,
  before: TicketTemplate | undefined,
): { values: Partial<Filled>; asked: Field[] } {
  const [now, then] = [partsOf(next), partsOf(before)]
  const own = values.tags.filter((t) => !then.tags?.includes(t))
  const out: Partial<Filled> = { tags: [...new Set([...own, ...(now.tags ?? [])])] }
  const asked: Field[] = []
  for (const field of ['subject', 'body', 'queueId', 'typeId', 'impact', 'urgency'] as const) {
    const untouched = isEmpty(values[field]) || (field in then && same(values[field], then[field]))
    if (untouched)
      Object.assign(out, { [field]: now[field] ?? (field === 'subject' || field === 'body' ? '' : null) })
    else if (field in now && !same(values[field], now[field])) asked.push(field)
  }
  return { values: out, asked }
}
