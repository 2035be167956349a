import { Badge, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFingerprint, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { addPasskey, passkeysWork } from '../passkeys/passkey.ts'
import { myPasskeysQuery, myTotpQuery } from '../queries.ts'
import { deviceName } from './device.ts'
import { ProofModal } from './ProofModal.tsx'

/** One's passkeys: list, add, remove. */
export function Passkeys() {
  const list = useQuery(myPasskeysQuery)
  const totp = useQuery(myTotpQuery)
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<{ id: string; name: string }>()
  const [name, setName] = useState(() => deviceName(navigator.userAgent))
  const enrolled = totp.data?.enrolled ?? false
  const again = () => queryClient.invalidateQueries({ queryKey: ['me'] })
  if (list.error) return <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton h={64} />
  return (
    <Stack>
      {list.data.items.length === 0 && (
        <Text>
          You have none yet. With a passkey you sign in by your finger, your face or your device’s PIN,
          without password and code.
        </Text>
      )}
      {list.data.items.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label="Your passkeys">
          {list.data.items.map((k) => (
            <Group component="li" key={k.id} justify="space-between" wrap="nowrap">
              <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
                <IconFingerprint size={22} stroke={1.6} aria-hidden />
                <div style={{ minWidth: 0 }}>
                  <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
                    {k.name} {k.synced && <Badge color="gray">Synced</Badge>}
                  </Text>
                  <Text size="sm" c="dimmed">
                    Added <TimeAgo at={k.createdAt} />, last used <TimeAgo at={k.lastUsedAt} never="never" />
                  </Text>
                </div>
              </Group>
              <Button
                size="xs"
                variant="default"
                flex="none"
                onClick={() => setRemoving(k)}
                aria-label={`Remove ${k.name}`}
              >
                Remove
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      {passkeysWork() ? (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
            Add a passkey
          </Button>
        </Group>
      ) : (
        <Text c="dimmed" size="sm">
          This browser knows no passkeys.
        </Text>
      )}
      <ProofModal
        opened={adding}
        onClose={() => setAdding(false)}
        title="Add a passkey"
        confirmLabel="Go on"
        enrolled={enrolled}
        before={
          <TextInput
            label="What to call it"
            description="So that you know it again in this list."
            maxLength={200}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        }
        onProven={async (proof) => {
          await addPasskey(proof, name.trim() || 'Passkey')
          setAdding(false)
          await again()
          notifications.show({ message: 'Your passkey is ready' })
        }}
      >
        First show that it is you. Then your device asks for your finger, your face or your PIN.
      </ProofModal>
      <ProofModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Remove ${removing?.name ?? ''}?`}
        confirmLabel="Remove"
        danger
        enrolled={enrolled}
        onProven={async (body) => {
          await ok(
            api.POST('/api/v1/me/passkeys/{id}/remove', { params: { path: { id: removing!.id } }, body }),
          )
          setRemoving(undefined)
          await again()
          notifications.show({ message: 'The passkey is removed' })
        }}
      >
        It signs nobody in any more. Delete it on your device too, so that it is not offered.
      </ProofModal>
    </Stack>
  )
}
