import { Button, Fieldset, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Organization } from '../../api/types.ts'
import { refreshSession, useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FormSection } from '../../ui/FormSection.tsx'
import { TimeZoneSelect } from '../../ui/TimeZoneSelect.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { organizationQuery } from '../queries.ts'
import { toBody, toForm } from './form.ts'
import { PasswordRules } from './PasswordRules.tsx'
import classes from './SettingsForm.module.css'
import { SignInRules } from './SignInRules.tsx'

/** The organization's name and its sign-in policy, saved together. */
export function SettingsForm({ organization }: { organization: Organization }) {
  const readOnly = !useMay()('settings:manage')
  const form = useForm({ initialValues: toForm(organization) })
  const dirty = form.isDirty()
  const save = useMutation({
    mutationFn: () => ok(api.PATCH('/api/v1/organization', { body: toBody(form.values) })),
  })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    const saved = await save.mutateAsync()
    queryClient.setQueryData(organizationQuery.queryKey, saved)
    form.resetDirty(values)
    await refreshSession()
    notifications.show({ message: 'The settings are saved' })
  })
  useBlocker({
    shouldBlockFn: () => dirty && !pending && !confirm('Leave without saving?'),
    enableBeforeUnload: () => dirty,
  })
  return (
    <form onSubmit={onSubmit}>
      <Fieldset variant="unstyled" disabled={readOnly}>
        <FormSection title="Organization" description="As it stands on every page and in every export.">
          <TextInput label="Name" required maxLength={200} {...form.getInputProps('name')} />
          <TimeZoneSelect
            label="Time zone"
            description="Where its days begin. Calendars of working hours count by it, unless they name another."
            allowDeselect={false}
            {...form.getInputProps('timeZone')}
          />
        </FormSection>
        <PasswordRules form={form} />
        <SignInRules form={form} />
      </Fieldset>
      {Boolean(error) && <ErrorAlert error={error} shownFields={Object.keys(form.errors)} />}
      {dirty && !readOnly && (
        <div className={classes.bar}>
          <span>You have changes that are not saved.</span>
          <Button variant="subtle" color="gray" onClick={form.reset}>
            Discard
          </Button>
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </div>
      )}
    </form>
  )
}
