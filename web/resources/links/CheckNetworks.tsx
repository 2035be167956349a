import { Button, Group, TagsInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { sendJson } from '../../api/use-save.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { linkSettingsQuery } from '../queries.ts'

/** Which networks of one's own the check of links may reach. */
export function CheckNetworks() {
  const settings = useQuery(linkSettingsQuery)
  if (!settings.data) return null
  const { privateNetworks, version } = settings.data
  return <Networks key={version} networks={privateNetworks} version={version} />
}

function Networks({ networks, version }: { networks: string[]; version: number }) {
  const may = useMay()('settings:manage')
  const save = useMutation({
    mutationFn: (privateNetworks: string[]) =>
      sendJson('PUT', '/api/v1/link-settings', { privateNetworks }, { 'If-Match': `"${version}"` }),
    meta: { touches: ['link-settings'] },
  })
  const form = useForm({ initialValues: { privateNetworks: networks } })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await save.mutateAsync(values.privateNetworks)
    toast('Saved')
  })
  return (
    <Section
      title="Check of links"
      description="Each link is looked at once a day. So that nobody looks into your own network by way of this server, addresses in private networks are not, unless you name them here."
    >
      <form onSubmit={onSubmit}>
        <ErrorAlert error={error} shownFields={['privateNetworks']} />
        <TagsInput
          label="Private networks that may be checked"
          description="Such as 10.1.0.0/16. Type one, then press Enter."
          maw={520}
          disabled={!may}
          {...form.getInputProps('privateNetworks')}
        />
        {may ? (
          <Group mt="sm">
            <Button type="submit" variant="default" loading={pending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed" mt={6}>
            An administrator changes this.
          </Text>
        )}
      </form>
    </Section>
  )
}
