import { Group, Text } from '@mantine/core'
import { IconMailCheck, IconMailExclamation, IconMailPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { deliveryWords } from './delivery-words.ts'
import { mailQuery } from './mail.ts'

const ICONS = { good: IconMailCheck, wait: IconMailPause, bad: IconMailExclamation }

/** What became of a reply as e-mail: the gate's decision is there for everybody who works on the ticket. */
export function DeliveryLine({ ticketId, messageId }: { ticketId: string; messageId: string }) {
  const mail = useQuery(mailQuery(ticketId))
  const mine = mail.data?.deliveries.filter((d) => d.messageId === messageId) ?? []
  return mine.flatMap(deliveryWords).map(({ text, tone, email, code }) => {
    const Icon = ICONS[tone]
    return (
      <Group key={email} gap={6} mt={8} wrap="nowrap" c={tone === 'bad' ? 'red.7' : 'dimmed'}>
        <Icon size={15} aria-hidden style={{ flex: 'none' }} />
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {text} {email}
          {code && ` (${code})`}
        </Text>
      </Group>
    )
  })
}
