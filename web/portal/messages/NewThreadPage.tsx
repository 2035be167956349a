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

export function NewThreadPage() {
  const { t } = useWords('portal')
  const navigate = useNavigate()
  const me = useQuery(meQuery)
  const form = useForm({ initialValues: { clientId: '', subject: '', body: '' } })
  const once = useIdempotencyKey()
  const files = useLaterFiles()
  const clients = me.data?.clients ?? []
  const only = clients.length === 1 ? clients[0]!.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known
  useEffect(() => {
    if (only) form.setFieldValue('clientId', only)
  }, [only])
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    const made = await ok(api.POST('/api/v1/portal/threads', { body, headers: once(body) }))
    queryClient.setQueryData(['threads', 'one', made.id], made)
    await files.sendTo(portalTarget({ type: 'thread', id: made.id }, made.items[0]?.id), async () => {
      await queryClient.invalidateQueries({ queryKey: ['threads'] })
      await navigate({ to: '/portal/messages/$threadId', params: { threadId: made.id }, replace: true })
    })
  })
  if (me.error) return <ErrorAlert error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return <Skeleton h={240} />
  return (
    <>
      <PageHeader
        title={t('newThread.title')}
        description={t('newThread.description')}
        crumbs={[{ label: t('newThread.crumb'), to: '/portal/messages' }]}
      />
      {files.made && <StuckFiles files={files} title={t('newThread.sent')} />}
      <form onSubmit={onSubmit} hidden={files.made}>
        <Stack>
          <ErrorAlert error={error} shownFields={['clientId', 'subject', 'body']} />
          {!only && (
            <Select
              label={t('newThread.about')}
              required
              allowDeselect={false}
              data={clients.map((c) => ({ value: c.id, label: c.name }))}
              {...form.getInputProps('clientId')}
            />
          )}
          <TextInput
            label={t('newThread.subject')}
            required
            maxLength={200}
            {...form.getInputProps('subject')}
          />
          <Textarea
            label={t('newThread.body')}
            required
            autosize
            minRows={6}
            maxLength={20_000}
            {...form.getInputProps('body')}
          />
          <LaterFiles files={files} />
          <Group>
            <Button type="submit" size="md" loading={pending}>
              {t('newThread.send')}
            </Button>
            <Button component={Link} to="/portal/messages" variant="default" size="md">
              {t('newThread.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}
