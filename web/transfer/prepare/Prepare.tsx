import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { type Import, importQuery } from '../api.ts'
import { Columns } from './Columns.tsx'
import { Destination } from './Destination.tsx'
import { FirstRows } from './FirstRows.tsx'
import { Outlook } from './Outlook.tsx'
import { type Options, previewBody, START, startBody } from './options.ts'
import classes from './Prepare.module.css'

/** Says what each column is and where the clients go, shows how the first rows would go in, and starts. */
export function Prepare({ file }: { file: Import }) {
  const cache = useQueryClient()
  const [options, setOptions] = useState(START)
  const [discarding, setDiscarding] = useState(false)
  const path = { params: { path: { id: file.id } } }
  const asked = previewBody(file, options)
  const preview = useQuery({
    queryKey: ['imports', 'preview', file.id, asked],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/imports/{id}/preview', { ...path, body: asked, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const settle = (next: Import) => cache.setQueryData(importQuery(file.id).queryKey, next)
  const start = useMutation({
    mutationFn: (mapping: (string | null)[]) =>
      ok(
        api.POST('/api/v1/imports/{id}/start', {
          ...path,
          body: startBody(file, options, mapping),
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    meta: { touches: ['imports'] },
    onSuccess: settle,
  })
  const discard = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/imports/{id}/cancel', { ...path, body: {} })),
    meta: { touches: ['imports'] },
    onSuccess: settle,
  })
  const p = preview.data
  if (!p)
    return preview.error ? (
      <ErrorAlert error={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <PageSkeleton />
    )
  const mapping = options.mapping ?? p.columns.map((c) => c.suggestion)
  const change = (next: Partial<Options>) => setOptions((o) => ({ ...o, ...next }))
  const missing = !options.groupId ? 'Choose a client group first.' : p.problems[0]
  return (
    <>
      <Destination file={file} preview={p} options={options} onChange={change} />
      {file.kind === 'csv' && (
        <Columns preview={p} mapping={mapping} onChange={(next) => change({ mapping: next })} />
      )}
      <Outlook preview={p} kind={file.kind} updating={preview.isPlaceholderData} />
      <FirstRows preview={p} kind={file.kind} />
      <Stack mt="lg" gap="sm">
        {p.problems.length > 0 && (
          <Alert color="amber" icon={<IconAlertTriangle size={18} />} title="Not ready yet">
            <List size="sm">
              {p.problems.map((x) => (
                <List.Item key={x}>{x}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <ErrorAlert error={start.error ?? preview.error} />
      </Stack>
      <div className={classes.bar}>
        <Text size="sm" c="dimmed" flex="1 1 180px">
          {missing ??
            (p.counts.errors > 0 && options.atomic
              ? 'As it is, nothing would go in: all or nothing is chosen.'
              : 'Nothing is stored until you start.')}
        </Text>
        <Group gap="sm">
          <Button variant="default" onClick={() => setDiscarding(true)}>
            Discard
          </Button>
          <Button
            onClick={() => start.mutate(mapping)}
            loading={start.isPending}
            disabled={Boolean(missing) || preview.isFetching}
          >
            Start the import
          </Button>
        </Group>
      </div>
      <ConfirmModal
        opened={discarding}
        onClose={() => setDiscarding(false)}
        title="Discard this file?"
        confirmLabel="Discard"
        danger
        onConfirm={() => discard.mutateAsync()}
      >
        The uploaded file is deleted. Nothing of it was stored.
      </ConfirmModal>
    </>
  )
}
