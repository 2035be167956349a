import { Button, Card, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../api/types.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { saveFile } from '../ui/save-as.ts'
import { exactTime } from '../ui/time.ts'
import { Fields } from './Fields.tsx'

export type Receipt = Answer<'/api/v1/clients/{id}', 'delete'>['receipt']

const Hash = ({ children }: { children: string }) => (
  <Text span ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Text>
)

/** What is left of a client after its key is destroyed: the receipt. */
export function DestroyedClient({ receipt: r }: { receipt: Receipt }) {
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(r, null, 2)], { type: 'application/json' }),
      `receipt-${r.clientId}.json`,
    )
  return (
    <>
      <PageHeader
        title="The client’s data is destroyed"
        crumbs={[{ label: 'Clients', to: '/clients' }]}
        description="This receipt stands in the audit log too, which stays whole and verifiable."
      />
      <Card withBorder radius="lg" padding="lg">
        <Fields
          items={[
            ['Destroyed', exactTime(r.destroyedAt)],
            ['Reason', r.reason],
            ['Sealed rows destroyed with the key', r.rows.toLocaleString()],
            ['Client', <Hash key="c">{r.clientId}</Hash>],
            ['Event in the log', <Hash key="e">{r.eventId}</Hash>],
            ['Hash of the destroyed key', <Hash key="k">{r.keyHash}</Hash>],
            ['Hash of what it sealed', <Hash key="h">{r.ciphertextHash}</Hash>],
          ]}
        />
      </Card>
      <Group mt="lg">
        <Button variant="default" leftSection={<IconDownload size={17} />} onClick={save}>
          Save the receipt
        </Button>
        <Button component={Link} to="/clients">
          Back to the clients
        </Button>
      </Group>
    </>
  )
}
