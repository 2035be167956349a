import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { importQuery } from './api.ts'
import { Prepare } from './prepare/Prepare.tsx'
import { Running } from './Running.tsx'
import { formatText, STATUS, sizeText } from './words.ts'

const route = getRouteApi('/inside/imports/$importId')
const CRUMBS = [{ label: 'Import', to: '/imports' as const }]

/** One import: prepared, running or over. */
export function ImportPage() {
  const { importId } = route.useParams()
  const { data: file, error, refetch } = useQuery(importQuery(importId))
  if (error && !file)
    return (
      <>
        <PageHeader title="Import" crumbs={CRUMBS} />
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </>
    )
  if (!file) return <PageSkeleton />
  const { label, color } = STATUS[file.status]
  return (
    <>
      <PageHeader
        title={file.name}
        crumbs={CRUMBS}
        badges={<Badge color={color}>{label}</Badge>}
        description={[formatText(file), file.status === 'uploaded' && sizeText(file.bytesTotal)]
          .filter(Boolean)
          .join(', ')}
      />
      {file.status === 'uploaded' ? <Prepare key={file.id} file={file} /> : <Running file={file} />}
    </>
  )
}
