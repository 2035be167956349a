import { Alert, Button, Skeleton } from '@mantine/core'
import { IconClockOff, IconDownload, IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ApiProblem } from '../../api/problem.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Card } from '../Card.tsx'
import { SignLink } from '../signatures/SignLink.tsx'
import { About } from './About.tsx'
import { Asked } from './Asked.tsx'
import { Look } from './Look.tsx'
import { documentQuery, folderQuery, type OneDocument } from './queries.ts'

const route = getRouteApi('/portal/portal/documents/$documentId')

/** One document: what is in it, what is said about it, and whether one is asked to read it. */
export function DocumentPage() {
  const { t } = useWords('documents')
  const { documentId } = route.useParams()
  const doc = useQuery(documentQuery(documentId))
  if (isGone(doc.error)) return <Gone />
  if (doc.data) return <Opened key={documentId} document={doc.data} />
  return (
    <>
      <PageHeader title={t('home.title')} crumbs={[{ label: t('home.title'), to: '/portal/documents' }]} />
      <ErrorAlert error={doc.error} onRetry={() => void doc.refetch()} />
      {!doc.error && <Skeleton h={420} radius="lg" />}
    </>
  )
}

const isGone = (error: unknown) => error instanceof ApiProblem && error.status === 404

/** Withdrawn, expired, moved or never there: which of these is not told, as it would tell that there was one. */
function Gone() {
  const { t } = useWords('documents')
  const back = (
    <Button component={Link} to="/portal/documents" size="md">
      {t('document.back')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('home.title')} />
      <EmptyState icon={IconFileOff} title={t('document.goneTitle')} action={back}>
        {t('document.goneHint')}
      </EmptyState>
    </>
  )
}

function Opened({ document: d }: { document: OneDocument }) {
  const { t } = useWords('documents')
  const { moment } = useFormats()
  return (
    <>
      <PageHeader
        title={d.name}
        crumbs={useCrumbs(d)}
        actions={
          d.content?.downloadable && (
            <Button
              component="a"
              size="md"
              href={`/api/v1/portal/documents/${d.id}/versions/${d.content.n}/content`}
              download
              leftSection={<IconDownload size={18} />}
            >
              {t('document.download')}
            </Button>
          )
        }
      />
      {(d.state === 'withdrawn' || d.expired) && (
        <Alert color="amber" icon={<IconClockOff size={18} />} mb="md">
          {d.state === 'withdrawn' ? t('document.withdrawn') : t('document.expired')}
        </Alert>
      )}
      {d.expiresAt && !d.expired && (
        <Alert color="gray" icon={<IconClockOff size={18} />} mb="md">
          {t('document.expires', { at: moment(d.expiresAt) })}
        </Alert>
      )}
      <SignLink documentId={d.id} />
      <Asked document={d} />
      <Card title={t('document.preview')}>
        <Look document={d} />
      </Card>
      <About document={d} />
    </>
  )
}

function useCrumbs(d: OneDocument) {
  const { t } = useWords('documents')
  const folder = useQuery(folderQuery(d.folderId)).data
  return [
    { label: t('home.title'), to: '/portal/documents' as const },
    ...[...(folder?.path ?? []), ...(folder ? [folder] : [])].map((f) => ({
      label: f.name,
      to: '/portal/documents/folders/$folderId' as const,
      params: { folderId: f.id },
    })),
  ]
}
