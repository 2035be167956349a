import { Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { type Missing, missingOf } from '../missing.ts'

const WORDS: Record<Missing['kind'], string> = {
  'phi-file': 'A file that may hold PHI must be purged, moved into the record or cleared',
  'phi-message': 'A message that may hold PHI must be purged or cleared',
  step: 'A step must be done',
}

interface Props {
  error: unknown
  /** Tries again, past the gate. */
  onOverride: (reason: string) => void
  pending: boolean
}

/** A refusal; that of the closing gate with its list, and for whoever may, the way past it. */
export function Refusal({ error, onOverride, pending }: Props) {
  const may = useMay()
  const [reason, setReason] = useState('')
  const missing = missingOf(error)
  if (!missing) return <ErrorAlert error={error} />
  return (
    <Alert
      color="amber"
      role="alert"
      icon={<IconShieldExclamation size={18} />}
      title="This ticket can’t be closed yet"
    >
      <Stack gap="xs">
        <List size="sm">
          {missing.map((m) => (
            <List.Item key={`${m.kind} ${m.id}`}>
              {m.kind === 'step' ? (
                <>
                  {WORDS.step}: <b>{m.title}</b>
                </>
              ) : (
                WORDS[m.kind]
              )}
            </List.Item>
          ))}
        </List>
        {may('tickets:close-override') && (
          <Group align="flex-end" gap="xs">
            <Textarea
              size="xs"
              label="Close it all the same, because"
              description="Kept in the audit log under your name."
              minRows={1}
              flex={1}
              maxLength={500}
              value={reason}
              onChange={(e) => setReason(e.currentTarget.value)}
            />
            <Button
              size="xs"
              color="red"
              loading={pending}
              disabled={reason.trim().length < 3}
              onClick={() => onOverride(reason.trim())}
            >
              Close past the gate
            </Button>
          </Group>
        )}
        {missing.length === 0 && <Text size="sm">Something has changed meanwhile: look again.</Text>}
      </Stack>
    </Alert>
  )
}
