import { Button, Group, Select, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { useIdempotencyKey } from '../../clients/use-idempotency-key.ts'
import { LaterFiles, StuckFiles } from '../../files/LaterFiles.tsx'
import { portalTarget } from '../../files/portal-target.ts'
import { useLaterFiles } from '../../files/use-later-files.ts'
import { useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { meQuery } from '../queries.ts'

export function NewRequestPage() {
  const { t } = useWords('portal')
  const navigate = useNavigate()
  const me = useQuery(meQuery)
  const form = useForm({ initialValues: { subject: '', body: '', clientId: '', facilityId: '' } })
  const once = useIdempotencyKey()
  const files = useLaterFiles()
  const clients = me.data?.clients ?? []
  const facilities = me.data?.facilities ?? []
  const only = clients.length === 1 ? clients[0]!.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known
  useEffect(() => {
    if (only) form.setFieldValue('clientId', only)
  }, [only])
  const { onSubmit, pending, error } = useSubmit(form, async ({ clientId, facilityId, ...rest }) => {
    const body = { ...rest, clientId: clientId || null, facilityId: facilityId || null }
    const made = await ok(api.POST('/api/v1/portal/requests', { body, headers: once(body) }))
    await files.sendTo(portalTarget({ type: 'ticket', id: made.id }, made.items[0]?.id), async () => {
      await queryClient.invalidateQueries({ queryKey: ['requests'] })
      await navigate({ to: '/portal/requests/$requestId', params: { requestId: made.id }, replace: true })
    })
  })
  if (me.error) return <ErrorAlert error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return <Skeleton h={240} />
  const options = (list: { id: string; name: string }[]) => list.map((x) => ({ value: x.id, label: x.name }))
  return (
    <>
      <PageHeader
        title={t('newRequest.title')}
        description={t('newRequest.description')}
        crumbs={[{ label: t('newRequest.crumb'), to: '/portal/requests' }]}
      />
      {files.made && <StuckFiles files={files} title={t('newRequest.sent')} />}
      <form onSubmit={onSubmit} hidden={files.made}>
        <Stack>
          <ErrorAlert error={error} shownFields={['clientId', 'facilityId', 'subject', 'body']} />
          {clients.length > 1 && (
            <Select
              label={t('newRequest.about')}
              required
              data={options(clients)}
              {...form.getInputProps('clientId')}
            />
          )}
          {facilities.length > 0 && (
            <Select
              label={t('newRequest.facility')}
              clearable
              data={options(facilities)}
              {...form.getInputProps('facilityId')}
            />
          )}
          <TextInput
            label={t('newRequest.subject')}
            description={t('newRequest.subjectHint')}
            required
            maxLength={200}
            {...form.getInputProps('subject')}
          />
          <Textarea
            label={t('newRequest.body')}
            required
            autosize
            minRows={5}
            maxLength={20_000}
            {...form.getInputProps('body')}
          />
          <LaterFiles files={files} />
          <Group>
            <Button type="submit" size="md" loading={pending}>
              {t('newRequest.send')}
            </Button>
            <Button component={Link} to="/portal/requests" variant="default" size="md">
              {t('newRequest.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}
