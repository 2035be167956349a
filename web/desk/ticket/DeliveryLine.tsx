import { Group, Text } from '@mantine/core'
import { IconMailCheck, IconMailExclamation, IconMailPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { mailQuery, type TicketMail } from './mail.ts'

type Delivery = TicketMail['deliveries'][number]

const WORDS: Record<Delivery['state'], { text: string; tone: 'good' | 'wait' | 'bad' }> = {
  waiting: { text: 'on its way to', tone: 'wait' },
  sending: { text: 'on its way to', tone: 'wait' },
  sent: { text: 'sent to', tone: 'good' },
  'notice-sent': { text: 'may hold PHI: a notice with a link went to', tone: 'good' },
  held: { text: 'may hold PHI: waits for a decision, for', tone: 'wait' },
  blocked: { text: 'may hold PHI: not sent to', tone: 'bad' },
  dropped: { text: 'dropped, not sent to', tone: 'bad' },
  failed: { text: 'could not be sent to', tone: 'bad' },
}
const ICONS = { good: IconMailCheck, wait: IconMailPause, bad: IconMailExclamation }

/** What became of a reply as e-mail: the gate's decision is there for everybody who works on the ticket. */
export function DeliveryLine({ ticketId, messageId }: { ticketId: string; messageId: string }) {
  const mail = useQuery(mailQuery(ticketId))
  const mine = mail.data?.deliveries.filter((d) => d.messageId === messageId) ?? []
  return mine.map((d) => {
    const { text, tone } = WORDS[d.state]
    const Icon = ICONS[tone]
    return (
      <Group key={d.id} gap={6} mt={8} wrap="nowrap" c={tone === 'bad' ? 'red.7' : 'dimmed'}>
        <Icon size={15} aria-hidden style={{ flex: 'none' }} />
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {text} {d.to}
        </Text>
      </Group>
    )
  })
}
