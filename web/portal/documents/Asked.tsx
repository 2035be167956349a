import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconBook, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { calendarDate } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { documentsChanged, type OneDocument } from './queries.ts'

const isOther = (error: unknown) => error instanceof ApiProblem && error.slug === 'other-version'

/** Asks whoever is to read it to say that they did; below what there is to read would be too late on a phone. */
export function Asked({ document: d }: { document: OneDocument }) {
  const { t } = useWords('documents')
  const { moment } = useFormats()
  const language = useLanguage()
  const say = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/portal/documents/{id}/acknowledge', {
          params: { path: { id: d.id } },
          body: { n: d.published! },
        }),
      ),
    meta: { touches: ['documents'] },
    onSuccess: () => toast(t('reading.thanks')),
    // Whoever keeps it published another meanwhile: that one is to be read.
    onError: (error) => isOther(error) && void documentsChanged(),
  })
  if (!d.reading || d.published === null) return null
  if (d.reading.acknowledgedAt)
    return (
      <Text size="sm" c="dimmed" mb="md">
        <IconCircleCheck size={16} style={{ verticalAlign: '-3px' }} aria-hidden />{' '}
        {t('reading.said', { at: moment(d.reading.acknowledgedAt) })}
      </Text>
    )
  return (
    <Alert icon={<IconBook size={18} />} mb="md" title={t('reading.asked')}>
      <Stack align="flex-start">
        <Text size="sm">
          {d.reading.dueOn
            ? t('reading.pleaseUntil', { day: calendarDate(d.reading.dueOn, language) })
            : t('reading.kept')}
        </Text>
        {isOther(say.error) ? (
          <Text size="sm" fw={560} role="alert">
            {t('reading.newer')}
          </Text>
        ) : (
          <ErrorAlert error={say.error} />
        )}
        <Button size="md" loading={say.isPending} onClick={() => say.mutate()}>
          {t('reading.say')}
        </Button>
      </Stack>
    </Alert>
  )
}
