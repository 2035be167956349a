import { Button, Checkbox, Group, Radio, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { peopleOfQuery } from '../../portal-people/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { publishedQuery } from '../queries.ts'

/** Sends a form to a client's portal people, or begins to fill it for the client. */
export function SendForm({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const forms = useQuery(publishedQuery)
  const tied = useQuery(peopleOfQuery(clientId))
  const form = useForm({
    initialValues: { formId: '', how: 'send' as 'send' | 'fill', people: [] as string[], dueOn: '' },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ dueOn, ...values }) => {
    const made = await ok(
      api.POST('/api/v1/form-responses', {
        headers: { 'Idempotency-Key': `${key.current}-${values.how}` },
        body: { ...values, clientId, ...(dueOn && { dueOn }) },
      }),
    ).catch((failure: unknown) => {
      key.current = crypto.randomUUID()
      throw failure
    })
    void queryClient.invalidateQueries({ queryKey: ['forms'] })
    if (values.how === 'fill')
      return navigate({ to: '/forms/answers/$responseId', params: { responseId: made.id } })
    toast('The form is sent')
    onClose()
  })
  const { how } = form.values
  return (
    <Dialog onClose={onClose} title="Send or fill in a form" closeOnClickOutside={false}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={forms.error ?? tied.error} />
          {forms.data?.items.length === 0 && <Text>No form is published yet.</Text>}
          <Select
            label="Form"
            required
            searchable
            allowDeselect={false}
            data={forms.data?.items.map((f) => ({ value: f.id, label: f.title.en })) ?? []}
            {...form.getInputProps('formId')}
          />
          <Radio.Group label="Who fills it in" {...form.getInputProps('how')}>
            <Stack gap={8} mt={6}>
              <Radio value="send" label="The client, in the portal" />
              <Radio value="fill" label="I do, for the client" />
            </Stack>
          </Radio.Group>
          {how === 'send' && (
            <>
              {!tied.data && !tied.error && <Skeleton h={44} />}
              {tied.data?.items.length === 0 && (
                <Text>
                  Nobody uses the portal for this client yet. Invite somebody on the tab Portal first.
                </Text>
              )}
              {(tied.data?.items.length ?? 0) > 0 && (
                <Checkbox.Group
                  label="To"
                  description="All of them where none is chosen. They are told by e-mail that there is something new."
                  {...form.getInputProps('people')}
                >
                  <Stack gap={0} mt={6}>
                    {tied.data!.items.map((p) => (
                      <Checkbox key={p.id} value={p.id} label={p.name} />
                    ))}
                  </Stack>
                </Checkbox.Group>
              )}
              <TextInput type="date" label="To be handed in by (optional)" {...form.getInputProps('dueOn')} />
            </>
          )}
          <ErrorAlert error={error} shownFields={['formId', 'people', 'dueOn']} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!form.values.formId}>
              {how === 'send' ? 'Send' : 'Begin'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
