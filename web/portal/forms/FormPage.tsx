import { Alert, Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answers, type Definition, inLanguage } from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { portalTarget } from '../../files/portal-target.ts'
import { AnswerList } from '../../forms/fill/AnswerList.tsx'
import { FillForm } from '../../forms/fill/FillForm.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Card } from '../Card.tsx'
import { type FormToFill, formQuery } from './queries.ts'

const route = getRouteApi('/portal/portal/forms/$responseId')

/** One form: to be filled in, or as it was handed in. */
export function FormPage() {
  const { t } = useWords('forms')
  const { responseId } = route.useParams()
  const form = useQuery(formQuery(responseId))
  if (form.error && !form.data)
    return (
      <>
        <PageHeader title={t('title')} crumbs={[{ label: t('title'), to: '/portal/forms' }]} />
        <ErrorAlert error={form.error} onRetry={() => void form.refetch()} />
      </>
    )
  if (!form.data) return <PageSkeleton />
  return <Shown key={responseId} form={form.data} />
}

function Shown({ form }: { form: FormToFill }) {
  const { t } = useWords('forms')
  const language = useLanguage()
  const [thanks, setThanks] = useState(false)
  return (
    <>
      <PageHeader
        title={inLanguage(form.title, language)}
        description={t('about', { name: form.client.name })}
        crumbs={[{ label: t('title'), to: '/portal/forms' }]}
      />
      {form.fillable ? (
        <Fill form={form} onDone={() => setThanks(true)} />
      ) : (
        <HandedIn form={form} thanks={thanks} />
      )}
    </>
  )
}

function Fill({ form, onDone }: { form: FormToFill; onDone: () => void }) {
  const path = { id: form.id }
  return (
    <FillForm
      response={{
        definition: form.definition as Definition,
        answers: form.answers as Answers,
        prefilled: form.prefilled as Answers,
        version: form.version,
        files: form.files,
      }}
      uploads={{ target: portalTarget({ type: 'form-response', id: form.id }), path: '/portal/files' }}
      way={{
        save: async (answers, version) =>
          (
            await ok(
              api.PUT('/api/v1/portal/form-responses/{id}/answers', {
                params: { path },
                headers: { 'If-Match': `"${version}"` },
                body: { answers },
              }),
            )
          ).version,
        newest: async () => {
          const now = await ok(api.GET('/api/v1/portal/form-responses/{id}', { params: { path } }))
          // Somebody else handed it in: the page shows what they did.
          if (!now.fillable) queryClient.setQueryData(formQuery(form.id).queryKey, now)
          return { answers: now.answers as Answers, version: now.version }
        },
        submit: async (answers, version, key) => {
          const now = await ok(
            api.POST('/api/v1/portal/form-responses/{id}/submit', {
              params: { path },
              headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': key },
              body: { answers },
            }),
          )
          onDone()
          queryClient.setQueryData(formQuery(form.id).queryKey, now)
          void queryClient.invalidateQueries({ queryKey: ['forms'] })
        },
      }}
    />
  )
}

function HandedIn({ form, thanks }: { form: FormToFill; thanks: boolean }) {
  const { t } = useWords('forms')
  const { moment } = useFormats()
  const told = form.submittedAt
    ? [t('handedInAt', { at: moment(form.submittedAt) }), form.by && t('by', { name: form.by })]
        .filter(Boolean)
        .join(' ')
    : t('done')
  return (
    <>
      {thanks && (
        <Alert color="green" icon={<IconCheck size={18} />} role="status" title={t('thanks')}>
          <Button component={Link} to="/portal/forms" variant="default" mt={4}>
            {t('back')}
          </Button>
        </Alert>
      )}
      <Card title={told}>
        <AnswerList
          definition={form.definition as Definition}
          answers={form.answers as Answers}
          files={form.files}
          path="/portal/files"
        />
      </Card>
    </>
  )
}
