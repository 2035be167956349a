import { Alert, Stack, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Uploader } from '../../files/Uploader.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { DocumentSignatures } from '../../signatures/ask/DocumentSignatures.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Section } from '../../ui/Section.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import {
  type DocumentWithUpload,
  documentQuery,
  documentsChanged,
  folderQuery,
  versionTarget,
} from '../queries.ts'
import { Asked } from '../reading/Asked.tsx'
import { stateOf } from '../words.ts'
import { Actions } from './Actions.tsx'
import classes from './DocumentPage.module.css'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Preview } from './Preview.tsx'
import { Versions } from './Versions.tsx'

const route = getRouteApi('/inside/documents/$documentId')

/** One document: what is in it, what is said about it, and all its versions. */
export function DocumentPage() {
  const { documentId } = route.useParams()
  const doc = useQuery(documentQuery(documentId))
  if (doc.data) return <Opened key={documentId} document={doc.data.data} />
  if (!doc.error) return <PageSkeleton />
  return (
    <>
      <PageHeader title="Document" crumbs={[{ label: 'Documents', to: '/documents' }]} />
      <ErrorAlert error={doc.error} onRetry={() => void doc.refetch()} />
    </>
  )
}

function Opened({ document: d }: { document: DocumentWithUpload }) {
  const [n, setN] = useState<number>()
  const state = stateOf(d)
  return (
    <>
      <PageHeader
        title={d.name}
        crumbs={useCrumbs(d)}
        badges={<StatusDot color={state.color}>{state.label}</StatusDot>}
        actions={<Actions document={d} />}
      />
      {d.checkedOut && (
        <Alert icon={<IconLock size={18} />} color="gray" mb="md">
          {d.checkedOut.name} has checked this document out, so that nobody else adds a version.
        </Alert>
      )}
      <Asked document={d} />
      <div className={classes.columns}>
        <Section title={n ? `Version ${n}` : 'Preview'}>
          <Preview document={d} n={n ?? d.content?.n} />
        </Section>
        <Stack gap="xl">
          <Facts document={d} />
          <DocumentSignatures document={d} />
          <Section title="Versions">
            {d.writable && <NewVersion document={d} />}
            <Versions document={d} shown={n ?? d.content?.n} onShow={setN} />
          </Section>
        </Stack>
      </div>
      <History documentId={d.id} />
    </>
  )
}

function useCrumbs(d: DocumentWithUpload) {
  const folder = useQuery(folderQuery(d.folderId)).data
  const at = '/documents/folders/$folderId' as const
  return [
    d.clientId
      ? { label: 'Client', to: '/clients/$clientId' as const, params: { clientId: d.clientId } }
      : { label: 'Documents', to: '/documents' as const },
    ...[...(folder?.path ?? []), ...(folder ? [folder] : [])].map((f) => ({
      label: f.name,
      to: at,
      params: { folderId: f.id },
    })),
  ]
}

/** A new version, with what changed in it. */
function NewVersion({ document: d }: { document: DocumentWithUpload }) {
  const [note, setNote] = useState('')
  const done = () => {
    setNote('')
    void documentsChanged()
  }
  return (
    <Stack gap="xs" mb="sm">
      <TextInput
        label="What changed (optional)"
        description="Kept with the version that you add."
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Uploader target={versionTarget(d.id, d.latest, () => note)} onDone={done} />
    </Stack>
  )
}
