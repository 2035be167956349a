import { Accordion, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Definition } from '../../../forms/index.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { type Form, versionQuery, versionsQuery } from '../queries.ts'
import { Preview } from './Preview.tsx'

/** What was published of a form, version by version. */
export function VersionsTab({ form }: { form: Form }) {
  const versions = useQuery(versionsQuery(form.id))
  const [open, setOpen] = useState<string | null>(null)
  if (versions.error) return <ErrorAlert error={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data) return <Skeleton h={120} />
  if (!versions.data.items.length) return <Text c="dimmed">Nothing is published yet.</Text>
  return (
    <Accordion value={open} onChange={setOpen} variant="separated">
      {versions.data.items.map((v) => (
        <Accordion.Item key={v.n} value={String(v.n)}>
          <Accordion.Control>
            Version {v.n}, published {dayAndTime(v.publishedAt)} by {v.publishedBy}
          </Accordion.Control>
          <Accordion.Panel>{open === String(v.n) && <Version form={form} n={v.n} />}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function Version({ form, n }: { form: Form; n: number }) {
  const version = useQuery(versionQuery(form.id, n))
  if (version.error) return <ErrorAlert error={version.error} onRetry={() => void version.refetch()} />
  if (!version.data) return <Skeleton h={120} />
  return <Preview definition={version.data.definition as Definition} />
}
