import { Button, Checkbox, Group, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { useIdempotencyKey } from '../clients/use-idempotency-key.ts'
import { LaterFiles, StuckFiles } from '../files/LaterFiles.tsx'
import { ownerTarget } from '../files/upload.ts'
import { useLaterFiles } from '../files/use-later-files.ts'
import { peopleOfQuery } from '../portal-people/queries.ts'
import { useMay } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'

/** Begins a conversation with portal people of a client. */
export function NewThread({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const navigate = useNavigate()
  const once = useIdempotencyKey()
  const attaches = useMay()('files:write')
  const files = useLaterFiles()
  const tied = useQuery(peopleOfQuery(clientId))
  const form = useForm({ initialValues: { subject: '', body: '', people: [] as string[] } })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    const body = { clientId, ...values }
    const made = await ok(api.POST('/api/v1/threads', { headers: once(body), body }))
    void queryClient.invalidateQueries({ queryKey: ['threads'] })
    await files.sendTo(ownerTarget({ type: 'thread', id: made.id }, made.items[0]?.id), async () => {
      await queryClient.invalidateQueries({ queryKey: ['threads'] })
      await navigate({ to: '/messages/$threadId', params: { threadId: made.id } })
    })
  })
  if (files.made)
    return (
      <Dialog onClose={files.without} title="Write a message" size="lg" closeOnClickOutside={false}>
        <Suspense>
          <StuckFiles files={files} title="The message was sent" />
        </Suspense>
      </Dialog>
    )
  return (
    <Dialog onClose={onClose} title="Write a message" size="lg" closeOnClickOutside={false}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} shownFields={['subject', 'body', 'people']} />
          {!tied.data && !tied.error && <Skeleton h={44} />}
          <ErrorAlert error={tied.error} />
          {tied.data?.items.length === 0 && (
            <Text>Nobody uses the portal for this client yet. Invite somebody on the tab Portal first.</Text>
          )}
          {(tied.data?.items.length ?? 0) > 0 && (
            <Checkbox.Group
              label="To"
              description="All of them where none is chosen."
              {...form.getInputProps('people')}
            >
              <Stack gap={0} mt={6}>
                {tied.data!.items.map((p) => (
                  <Checkbox key={p.id} value={p.id} label={p.name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <TextInput
            data-autofocus
            label="Subject"
            required
            maxLength={200}
            {...form.getInputProps('subject')}
          />
          <Textarea
            label="Message"
            required
            autosize
            minRows={6}
            maxLength={20_000}
            {...form.getInputProps('body')}
          />
          {attaches && (
            <Suspense>
              <LaterFiles files={files} />
            </Suspense>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!tied.data?.items.length}>
              Send
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
