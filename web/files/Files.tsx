import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { queryClient } from '../api/query-client.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { FileCard } from './FileCard.tsx'
import classes from './Files.module.css'
import { filesQuery } from './queries.ts'
import { Uploader } from './Uploader.tsx'
import { type Owner, ownerTarget } from './upload.ts'

interface Props {
  owner: Owner
  writes: boolean
}

/** The files of a ticket or a client, and the way in for more. */
export function Files({ owner, writes }: Props) {
  const files = useQuery(filesQuery(owner))
  const items = files.data?.items ?? []
  // What was found in a file shows on its ticket too: in its badge, its checklist, its gate.
  const states = items.map((f) => `${f.id} ${f.state}`).join()
  const before = useRef<string>(undefined)
  useEffect(() => {
    if (before.current !== undefined && before.current !== states)
      void queryClient.invalidateQueries({ queryKey: ['tickets'] })
    if (files.data) before.current = states
  }, [states, files.data])
  return (
    <div className={classes.root}>
      <ErrorAlert error={files.error} onRetry={() => void files.refetch()} />
      {files.isPending && !files.error && <Skeleton h={54} radius="md" />}
      {files.data && items.length === 0 && !writes && <Text c="dimmed">No files.</Text>}
      <ul className={classes.list} aria-label="Files">
        {items.map((f) => (
          <FileCard key={f.id} file={f} writes={writes} />
        ))}
      </ul>
      {writes && <Uploader target={ownerTarget(owner)} />}
    </div>
  )
}
