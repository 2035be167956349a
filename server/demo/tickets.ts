import { addMessage, type By, changeStatus, createTicket, lockTicket } from '../domains/desk/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import type { Platform } from '../platform/open.ts'
import { random } from './people.ts'

interface Story {
  subject: string
  body: string
  impact: number
  urgency: number
  tags?: string[]
  replies?: { kind: 'public' | 'internal'; body: string }[]
  status?: string
  client?: boolean
}

const FROM = [
  { name: 'Mara Ellison', email: 'mara.ellison@maplegrove.example' },
  { name: 'Theo Brandt', email: 'theo.brandt@maplegrove.example' },
  { name: 'Noor Haddad', email: 'noor.haddad@maplegrove.example' },
  { name: 'Front desk, Harbor', email: 'frontdesk.harbor@maplegrove.example' },
]

const STORIES: Story[] = [
  {
    subject: 'Label printer at reception prints blank labels',
    body: 'Since this morning the small printer feeds labels but nothing is on them. We switched it off and on.\n\nWe have a full waiting room.',
    impact: 2,
    urgency: 1,
    tags: ['printer'],
    replies: [
      {
        kind: 'public',
        body: 'Thank you. Is the ribbon seated so that its shiny side faces the label? I will come by in ten minutes.',
      },
      {
        kind: 'internal',
        body: 'Same printer as last month. If the ribbon is fine, swap it for the spare from the store room.',
      },
    ],
    status: 'in-progress',
  },
  {
    subject: 'Can’t sign in to the lab portal after the password change',
    body: 'I changed my password yesterday. The lab portal says the account is locked.',
    impact: 3,
    urgency: 2,
    tags: ['password', 'lab'],
    replies: [
      { kind: 'public', body: 'I have unlocked it. Please try again, and tell me if it still refuses.' },
    ],
    status: 'waiting-requester',
  },
  {
    subject: 'VPN drops every few minutes from home',
    body: 'It connects, works for about five minutes and then asks for the password again. Wired connection, Windows 11, client 5.2.1.',
    impact: 3,
    urgency: 2,
    tags: ['vpn'],
  },
  {
    subject: 'New starter on Monday: laptop, badge and accounts',
    body: 'Our new medical assistant starts on Monday. Needs a laptop, a badge for both entrances, e-mail and access to the schedule.',
    impact: 3,
    urgency: 3,
    tags: ['onboarding'],
    replies: [{ kind: 'internal', body: 'Laptop is imaged. Badge request sent to facilities.' }],
    status: 'in-progress',
  },
  {
    subject: 'Scanner sends faxes to the wrong folder',
    body: 'Everything that comes in by fax lands in the folder of the Hills site since the update. Nobody here sees it.',
    impact: 1,
    urgency: 1,
    tags: ['fax', 'update'],
  },
  {
    subject: 'Question about the patient’s portal invitation',
    body: 'The link in the invitation says it has expired. Can you send a new one?',
    impact: 3,
    urgency: 3,
    client: true,
  },
  {
    subject: 'Screen in exam room 4 flickers',
    body: 'The monitor on the wall goes black for a second every now and then. Cable looks fine.',
    impact: 3,
    urgency: 3,
    replies: [
      { kind: 'public', body: 'I replaced the cable and updated the driver. Please watch it today.' },
    ],
    status: 'resolved',
  },
  {
    subject: 'Router firmware 7.14.3 released: plan the update',
    body: 'Vendor notes list a fix for the wireless drop at Harbor. Two access points, 10.20.4.11 and 10.20.4.12. Propose Thursday after 19:00.',
    impact: 2,
    urgency: 3,
    tags: ['network'],
  },
]

export interface SeededTicket {
  id: string
  clientId: string | null
}

/** A desk with work on it: stories of every state, told several times with other people in them. */
export async function seedTickets(
  { db, keys }: Platform,
  orgId: string,
  technician: { id: string; name: string },
  clients: string[],
): Promise<SeededTicket[]> {
  const rnd = random(77)
  const seeded: SeededTicket[] = []
  const by: By = {
    userId: technician.id,
    name: technician.name,
    may: () => true,
    record: (tx, event) => recordOperator(tx, event),
  }
  for (let i = 0; i < 40; i++) {
    const story = STORIES[i % STORIES.length]!
    const clientId = clients[i % clients.length] ?? null
    const requester = FROM[Math.floor(rnd() * FROM.length)]!
    await db.withContext({ orgId, userId: technician.id }, async (tx) => {
      const made = await createTicket(tx, { keys }, by, {
        subject: story.subject,
        body: story.body,
        impact: story.impact,
        urgency: story.urgency,
        channel: 'email',
        requester,
        fromRequester: true,
        ...(story.tags && { tags: story.tags }),
        // A ticket of a client stands behind that client's wall.
        clientId,
        assigneeId: story.replies ? technician.id : null,
      })
      for (const reply of story.replies ?? []) await addMessage(tx, { keys }, by, made.id, reply)
      if (story.status) await moveTo(tx, { keys }, by, made.id, story.status)
      seeded.push({ id: made.id, clientId })
    })
  }
  return seeded
}

/** Moves a ticket on by its flow, as far as the flow has that status. */
async function moveTo(
  tx: Parameters<typeof changeStatus>[0],
  services: Parameters<typeof changeStatus>[1],
  by: By,
  id: string,
  status: string,
): Promise<void> {
  const ticket = await lockTicket(tx, id)
  if (!ticket || ticket.status === status) return
  if (!ticket.statuses.some((s) => s.key === status)) return
  const direct = ticket.statuses.find((s) => s.key === ticket.status)?.next.includes(status)
  if (!direct) {
    const through = ticket.statuses.find(
      (s) =>
        s.next.includes(status) && ticket.statuses.find((x) => x.key === ticket.status)?.next.includes(s.key),
    )
    if (!through) return
    await changeStatus(tx, services, by, ticket, through.key, {})
  }
  await changeStatus(tx, services, by, ticket, status, {})
}
