import { Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import type { Document } from '../queries.ts'
import classes from './CompareModal.module.css'
import { useVersions } from './use-versions.ts'

interface Props {
  document: Document
  from: number
  to: number
  onClose: () => void
}

/** What differs between the texts of two versions, said in words and marks as well as colours. */
export function CompareModal({ document: d, onClose, ...first }: Props) {
  const [from, setFrom] = useState(first.from)
  const [to, setTo] = useState(first.to)
  const versions = useVersions(d.id)
  const found = useQuery({
    // While one of them is still being read this fails; it is asked again when something about documents changes.
    queryKey: ['documents', d.id, 'compare', from, to],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/documents/{id}/compare', {
          params: { path: { id: d.id }, query: { from, to } },
          signal,
        }),
      ),
  })
  const options = versions.rows
    .filter((v) => v.n !== null)
    .map((v) => ({ value: String(v.n), label: `Version ${v.n}` }))
  const choose = (set: (n: number) => void) => (value: string | null) => value && set(Number(value))
  return (
    <Dialog onClose={onClose} title={`Compare “${d.name}”`} size="xl">
      <Stack>
        <Group grow>
          <Select
            label="From"
            data={options}
            value={String(from)}
            allowDeselect={false}
            onChange={choose(setFrom)}
          />
          <Select
            label="To"
            data={options}
            value={String(to)}
            allowDeselect={false}
            onChange={choose(setTo)}
          />
        </Group>
        <ErrorAlert error={found.error} onRetry={() => void found.refetch()} />
        {!found.data && !found.error && <Skeleton h={240} />}
        {found.data && <Texts stretches={found.data.stretches} />}
        {found.data && !found.data.whole && (
          <Text size="sm" c="dimmed">
            Only what could be read of both is compared.
          </Text>
        )}
      </Stack>
    </Dialog>
  )
}

function Texts({ stretches }: { stretches: { kind: 'same' | 'added' | 'removed'; text: string }[] }) {
  if (stretches.every((s) => s.kind === 'same')) return <Text>Their texts are the same.</Text>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <div className={classes.text} tabIndex={0}>
      {stretches.map((s, i) => {
        const key = `${i} ${s.kind}`
        if (s.kind === 'added') return <ins key={key}>{s.text}</ins>
        if (s.kind === 'removed') return <del key={key}>{s.text}</del>
        return <span key={key}>{s.text}</span>
      })}
    </div>
  )
}
