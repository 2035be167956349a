import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconMailQuestion, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Message, Ticket } from '../queries.ts'
import { mailQuery } from './mail.ts'

const Line = ({ icon, color, children }: { icon: ReactNode; color: string; children: ReactNode }) => (
  <Group gap={6} mt={8} wrap="nowrap" c={color}>
    {icon}
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  </Group>
)

/** Who else a message went to, or came to. */
export function CopyLine({ ticketId, messageId }: { ticketId: string; messageId: string }) {
  const copies = useQuery(mailQuery(ticketId)).data?.copies.find((c) => c.messageId === messageId)
  if (!copies) return null
  const list = (people: { name?: string; email: string }[]) => people.map((p) => p.name ?? p.email).join(', ')
  return (
    <Line icon={<IconUsers size={15} aria-hidden style={{ flex: 'none' }} />} color="dimmed">
      {copies.cc.length > 0 && `copy to ${list(copies.cc)}`}
      {copies.cc.length > 0 && copies.bcc.length > 0 && '; '}
      {copies.bcc.length > 0 && `blind copy to ${list(copies.bcc)}`}
    </Line>
  )
}

/** Whether the address that a mail came from is its sender’s. Says nothing where it is. */
export function SenderLine({ ticket, message }: { ticket: Ticket; message: Message }) {
  const received = useQuery(mailQuery(ticket.id)).data?.received.find((r) => r.messageId === message.id)
  const matched = ticket.clientId !== null && message.fromRequester
  const alone = matched ? ' The ticket’s client was found by that address alone.' : ''
  switch (received?.senderCheck) {
    case 'failed':
      return (
        <Line icon={<IconAlertTriangle size={15} aria-hidden style={{ flex: 'none' }} />} color="red.7">
          <b>Sender check failed:</b> this may be from somebody else. Ask another way before you act on it.
          {alone}
        </Line>
      )
    case 'unverified':
    case 'unknown':
      return (
        <Line icon={<IconMailQuestion size={15} aria-hidden style={{ flex: 'none' }} />} color="dimmed">
          {received.senderCheck === 'unknown' ? 'Sender could not be checked' : 'Sender not verified'}:
          anybody can write under this address.{alone}
        </Line>
      )
    default:
      return null
  }
}
