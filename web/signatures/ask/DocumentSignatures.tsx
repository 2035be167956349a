import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Document } from '../../documents/queries.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Section } from '../../ui/Section.tsx'
import { ofDocumentQuery } from '../queries.ts'
import { AskModal } from './AskModal.tsx'
import { RequestCard } from './RequestCard.tsx'

/** On a document's page: who was asked to sign it, how it stands with each, and who is next. */
export function DocumentSignatures({ document: d }: { document: Document }) {
  const may = useMay()
  const requests = useQuery({ ...ofDocumentQuery(d.id), enabled: may('documents:write') })
  const [asking, setAsking] = useState(false)
  if (!may('documents:write')) return null
  const items = requests.data?.items
  const open = items?.some((r) => r.state === 'open') ?? false
  const asks = d.writable && may('documents:publish')
  const published = d.state === 'published' && !d.expired && d.published !== null
  // Where nobody asked and this reader may not, there is nothing to say.
  if (items?.length === 0 && !asks) return null
  return (
    <Section
      title="Signatures"
      actions={
        asks && published && items && !open ? (
          <Button variant="default" leftSection={<IconSignature size={17} />} onClick={() => setAsking(true)}>
            Ask for signatures
          </Button>
        ) : undefined
      }
    >
      <ErrorAlert error={requests.error} onRetry={() => void requests.refetch()} />
      {!items && !requests.error && <Skeleton h={60} />}
      {items?.length === 0 && (
        <Text c="dimmed">
          {published
            ? 'Nobody was asked to sign it.'
            : 'Publish it first: only what is published can be signed.'}
        </Text>
      )}
      <Stack gap="md">
        <Suspense fallback={<Skeleton h={60} />}>
          {items?.map((r) => (
            <RequestCard key={r.id} request={r} />
          ))}
        </Suspense>
      </Stack>
      {asking && <AskModal document={d} n={d.published!} onClose={() => setAsking(false)} />}
    </Section>
  )
}
