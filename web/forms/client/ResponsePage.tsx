import { Anchor, Box, Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type Answers, type Definition, isQuestion } from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { FieldClass } from '../../api/types.ts'
import { ExportModal } from '../../clients/ExportModal.tsx'
import { useMay } from '../../session/session.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FieldClassBadge } from '../../ui/FieldClassBadge.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Section } from '../../ui/Section.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { AnswerList } from '../fill/AnswerList.tsx'
import { type Response, responseQuery } from '../queries.ts'
import { ResponseState } from '../states.tsx'
import { StaffFill } from './StaffFill.tsx'
import { TakeOver } from './TakeOver.tsx'

const route = getRouteApi('/inside/forms/answers/$responseId')
const CLASSES: FieldClass[] = ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note']

/** What a client was asked, and what was answered, by field class. */
export function ResponsePage() {
  const { responseId } = route.useParams()
  const response = useQuery(responseQuery(responseId))
  if (response.error && !response.data)
    return (
      <>
        <PageHeader title="Form" crumbs={[{ label: 'Forms', to: '/forms' }]} />
        <ErrorAlert error={response.error} onRetry={() => void response.refetch()} />
      </>
    )
  if (!response.data) return <PageSkeleton />
  return <Shown key={responseId} response={response.data} />
}

function told(r: Response): string {
  if (r.submittedAt) return `handed in ${dayAndTime(r.submittedAt)}${r.by ? ` by ${r.by}` : ''}`
  if (r.state === 'withdrawn') return 'taken back'
  return r.state === 'asked' ? `sent ${dayAndTime(r.createdAt)}` : `last saved ${dayAndTime(r.updatedAt)}`
}

function Shown({ response: r }: { response: Response }) {
  const may = useMay()
  const [asking, setAsking] = useState<'export' | 'withdraw'>()
  const open = r.state === 'asked' || r.state === 'draft'
  return (
    <>
      <PageHeader
        title={r.title.en}
        badges={<ResponseState state={r.state} />}
        crumbs={[
          { label: 'Clients', to: '/clients' },
          { label: r.client.name, to: '/clients/$clientId', params: { clientId: r.client.id } },
        ]}
        description={
          <>
            <Anchor
              component={Link}
              to="/clients/$clientId"
              params={{ clientId: r.client.id } as never}
              search={{ tab: 'forms' } as never}
            >
              {r.client.name}
            </Anchor>
            , version {r.n}, {told(r)}
          </>
        }
        actions={
          <>
            {open && may('forms:send') && (
              <Button variant="default" onClick={() => setAsking('withdraw')}>
                Take back
              </Button>
            )}
            {r.state === 'submitted' && may('clients:export') && (
              <Button
                variant="default"
                leftSection={<IconDownload size={17} />}
                onClick={() => setAsking('export')}
              >
                Export
              </Button>
            )}
          </>
        }
      />
      {r.fillable ? (
        <Box maw={720}>
          <StaffFill response={r} />
        </Box>
      ) : (
        <Answered response={r} />
      )}
      {asking === 'export' && (
        <ExportModal
          formats={['pdf']}
          path={`/form-responses/${r.id}/export`}
          title="Export these answers"
          about="Of the field classes that you see."
          onClose={() => setAsking(undefined)}
        />
      )}
      <ConfirmModal
        opened={asking === 'withdraw'}
        onClose={() => setAsking(undefined)}
        title="Take this form back?"
        confirmLabel="Take back"
        onConfirm={async () => {
          const now = await ok(
            api.POST('/api/v1/form-responses/{id}/withdraw', {
              params: { path: { id: r.id } },
              headers: { 'If-Match': `"${r.version}"` },
              body: {},
            }),
          )
          queryClient.setQueryData(responseQuery(r.id).queryKey, now)
          void queryClient.invalidateQueries({ queryKey: ['forms'] })
        }}
      >
        The client can’t fill it in any more. What was filled in so far stays here.
      </ConfirmModal>
    </>
  )
}

function Answered({ response: r }: { response: Response }) {
  const definition = r.definition as Definition
  const answers = r.answers as Answers
  const closed = new Set(r.closed)
  const asked = CLASSES.filter((cls) => definition.fields.some((f) => isQuestion(f) && f.class === cls))
  return (
    <Stack gap="lg">
      <TakeOver response={r} />
      <Suspense>
        {asked.map((cls) => {
          const ofClass = definition.fields.filter((f) => f.class === cls)
          return (
            <Section
              key={cls}
              title="Answers"
              badges={<FieldClassBadge name={cls} {...(closed.has(ofClass[0]!.id) && { access: 'none' })} />}
            >
              {closed.has(ofClass[0]!.id) ? (
                <Text c="dimmed">Your roles do not show this class.</Text>
              ) : (
                <AnswerList
                  definition={definition}
                  answers={answers}
                  files={r.files}
                  path="/files"
                  only={(f) => f.class === cls}
                />
              )}
            </Section>
          )
        })}
      </Suspense>
    </Stack>
  )
}
