import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { useWords } from '../../i18n/language.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NewPasswordInput } from '../password/NewPasswordInput.tsx'
import { meetsPolicy } from '../password/policy.ts'
import { passwordPolicyQuery } from '../queries.ts'

/** A password that must be changed: its time is over, or somebody with the right to asked for it. */
export function ChangePasswordStep({ onDone }: { onDone: () => Promise<unknown> }) {
  const { t } = useWords('door')
  const policy = useQuery(passwordPolicyQuery)
  const form = useForm({ initialValues: { newPassword: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    await ok(api.POST('/api/v1/sign-in/password', { body }))
    await onDone()
  })
  if (policy.error) return <ErrorAlert error={policy.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <PageSkeleton />
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle hint={t('newPassword.hint')}>{t('newPassword.title')}</DoorTitle>
        <ErrorAlert error={error} shownFields={['newPassword']} />
        <NewPasswordInput policy={policy.data} autoFocus {...form.getInputProps('newPassword')} />
        <Button
          type="submit"
          size="md"
          loading={pending}
          disabled={!meetsPolicy(policy.data, form.values.newPassword)}
        >
          {t('newPassword.save')}
        </Button>
      </Stack>
    </form>
  )
}
