import { Button, Group, Stack, Text } from '@mantine/core'
import { IconEye, IconShieldExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import type { Message } from '../queries.ts'
import { kindsText } from '../words.ts'
import { MessageText } from './MessageText.tsx'

/**
 * A message in which PHI is suspected: what looks like it is covered by the server. Whoever uncovers it says why;
 * what was uncovered is in this component's memory alone.
 */
export function CoveredMessage({ ticketId, message: m }: { ticketId: string; message: Message }) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<string>()
  const reveal = async (reason: string) => {
    const answer = await ok(
      api.POST('/api/v1/tickets/{id}/messages/{messageId}/reveal', {
        params: { path: { id: ticketId, messageId: m.id } },
        body: { reason },
      }),
    )
    setRevealed(answer.body ?? '')
  }
  return (
    <Stack gap={8}>
      <MessageText text={revealed ?? m.body ?? ''} />
      <Group gap={8} c="red.7">
        <IconShieldExclamation size={17} aria-hidden />
        <Text size="sm" flex={1} miw={200}>
          {m.findings.length > 0
            ? `Looks like it holds ${kindsText(m.findings.map((f) => f.kind))}.`
            : 'Looks like it holds PHI.'}
        </Text>
        {may('files:reveal') &&
          (revealed === undefined ? (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconEye size={15} />}
              onClick={() => setAsking(true)}
            >
              Uncover
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => setRevealed(undefined)}>
              Cover again
            </Button>
          ))}
      </Group>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Uncover this message?"
        confirmLabel="Uncover"
        reason={{ label: 'Why do you need to see it?', required: true }}
        onConfirm={reveal}
      >
        What looks like PHI becomes readable for you, and the log keeps that you saw it.
      </ConfirmModal>
    </Stack>
  )
}
