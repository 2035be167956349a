import { Box } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { Builder } from './build/Builder.tsx'
import { useEdits } from './build/use-edits.ts'
import { VersionsTab } from './build/VersionsTab.tsx'
import { ResponseTable } from './client/ResponseTable.tsx'
import { FormActions } from './FormActions.tsx'
import { type Form, formQuery } from './queries.ts'
import { FormState } from './states.tsx'

const route = getRouteApi('/inside/forms/$formId')
const CRUMBS = [{ label: 'Forms', to: '/forms' as const }]

/** One form: where it is built, what was published of it, and what was answered. */
export function FormPage() {
  const { formId } = route.useParams()
  const form = useQuery(formQuery(formId))
  if (form.error && !form.data)
    return (
      <>
        <PageHeader title="Form" crumbs={CRUMBS} />
        <ErrorAlert error={form.error} onRetry={() => void form.refetch()} />
      </>
    )
  if (!form.data) return <PageSkeleton />
  return <Shown key={formId} form={form.data} />
}

function Shown({ form }: { form: Form }) {
  const builds = useMay()('forms:manage')
  const edits = useEdits(form)
  const answers = {
    value: 'answers',
    label: 'Answers',
    content: (
      <Box pt="lg">
        <ResponseTable filter={{ formId: form.id }} empty="What clients hand in stands here." />
      </Box>
    ),
  }
  const versions = {
    value: 'versions',
    label: 'Versions',
    content: (
      <Box pt="lg">
        <VersionsTab form={form} />
      </Box>
    ),
  }
  const build = { value: 'build', label: 'Questions', content: <Builder form={form} edits={edits} /> }
  return (
    <>
      <PageHeader
        title={form.title.en}
        crumbs={CRUMBS}
        badges={<FormState state={form.state} />}
        description={
          form.published
            ? `Version ${form.published}${form.changed ? ', changed since' : ''}`
            : 'Not published yet'
        }
        actions={<FormActions form={form} unsaved={edits.dirty} />}
      />
      <PageTabs label="Form" tabs={builds ? [build, answers, versions] : [answers, versions]} />
    </>
  )
}
