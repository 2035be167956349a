import { Skeleton, Switch } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

const settingQuery = queryOptions({
  queryKey: ['me', 'notices'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/notices', { signal })),
})

/** Whether one is told by e-mail when there is something new. */
export function MailSetting() {
  const { t } = useWords('push')
  const setting = useQuery(settingQuery)
  const change = useMutation({
    mutationFn: (email: boolean) => ok(api.PUT('/api/v1/me/notices', { body: { email } })),
    meta: { touches: ['me'] },
  })
  if (setting.error) return <ErrorAlert error={setting.error} onRetry={() => void setting.refetch()} />
  if (!setting.data) return <Skeleton h={60} />
  return (
    <>
      <Switch
        size="md"
        label={t('mail.label')}
        description={t('mail.hint')}
        checked={change.isPending ? change.variables : setting.data.email}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      <ErrorAlert error={change.error} />
    </>
  )
}
