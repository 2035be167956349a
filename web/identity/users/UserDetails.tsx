import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import type { User } from '../../api/types.ts'
import { refreshSession, useMay, useSession } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FormSection } from '../../ui/FormSection.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { AccessFields, type MayChange } from './AccessFields.tsx'
import { changesOf, toForm } from './changes.ts'

/** What the signed-in person may change of a user: nobody gives access to themselves. */
function useMayChange(user: User): MayChange & { any: boolean } {
  const may = useMay()
  const self = useSession().user.id === user.id
  const any = may('users:manage') && user.status !== 'removed'
  return {
    any,
    end: any && !self,
    roles: any && !self && may('roles:manage'),
    teams: any && !self && may('teams:manage'),
  }
}

/** Name, roles, teams and end of a user, to read or to change. */
export function UserDetails({ user }: { user: User }) {
  const may = useMayChange(user)
  const [start, setStart] = useState(() => toForm(user))
  const form = useForm({ initialValues: start })
  // What others change meanwhile is taken over, unless something is being changed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the user came anew
  useEffect(() => {
    if (form.isDirty()) return
    const fresh = toForm(user)
    setStart(fresh)
    form.setInitialValues(fresh)
    form.setValues(fresh)
  }, [user])
  const save = useMutation({
    mutationFn: (values: typeof start) =>
      ok(
        api.PATCH('/api/v1/users/{id}', {
          params: { path: { id: user.id } },
          body: changesOf(start, values),
        }),
      ),
    meta: { touches: ['users'] },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      await save.mutateAsync(values)
      form.resetDirty(values)
      await refreshSession()
      notifications.show({ message: 'Saved' })
    },
    { expiresAt: 'expiresOn' },
  )
  return (
    <form onSubmit={onSubmit}>
      <FormSection
        title="Access"
        description={
          <>
            Changes take effect with the next request.
            <Text size="sm" mt="xs">
              Last sign-in: <TimeAgo at={user.lastSignInAt} never="never" />
            </Text>
          </>
        }
      >
        <ErrorAlert error={error} shownFields={['displayName', 'roleIds', 'teamIds', 'expiresAt']} />
        <TextInput
          label="Name"
          required
          maxLength={200}
          disabled={!may.any}
          {...form.getInputProps('displayName')}
        />
        <AccessFields field={(name) => form.getInputProps(name)} may={may} />
        {may.any && (
          <Group>
            <Button type="submit" loading={pending} disabled={!form.isDirty()}>
              Save
            </Button>
            {form.isDirty() && (
              <Button variant="subtle" color="gray" onClick={form.reset}>
                Discard
              </Button>
            )}
          </Group>
        )}
      </FormSection>
    </form>
  )
}
