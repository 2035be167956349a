import { Button, Menu } from '@mantine/core'
import { IconArchive, IconCopy, IconDots, IconDownload, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ExportModal } from '../clients/ExportModal.tsx'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { type Form, formQuery } from './queries.ts'

/** What is done with a form as a whole. */
export function FormActions({ form, unsaved }: { form: Form; unsaved: boolean }) {
  const may = useMay()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'withdraw' | 'remove' | 'export'>()
  const params = { path: { id: form.id } }
  const headers = { 'If-Match': `"${form.version}"` }
  const shown = (now: Form) => {
    queryClient.setQueryData(formQuery(form.id).queryKey, now)
    void queryClient.invalidateQueries({ queryKey: ['forms'] })
  }
  const publish = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/forms/{id}/publish', { params, headers, body: {} })),
    onSuccess: (now) => {
      shown(now)
      toast(`Version ${now.published} is published`)
    },
    onError: (error) => toastError(error, 'It could not be published'),
  })
  const duplicate = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/forms/{id}/duplicate', { params, body: {} })),
    onSuccess: async (made) => {
      void queryClient.invalidateQueries({ queryKey: ['forms'] })
      await navigate({ to: '/forms/$formId', params: { formId: made.id } })
    },
    onError: (error) => toastError(error, 'It could not be copied'),
  })
  const builds = may('forms:manage')
  const gives = may('clients:export') && form.published !== null
  const publishes = builds && (form.changed || form.state === 'withdrawn')
  if (!builds && !gives) return null
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={17} />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {gives && (
            <Menu.Item leftSection={<IconDownload size={17} />} onClick={() => setAsking('export')}>
              Export all answers
            </Menu.Item>
          )}
          {builds && (
            <Menu.Item leftSection={<IconCopy size={17} />} onClick={() => duplicate.mutate()}>
              Duplicate
            </Menu.Item>
          )}
          {builds && form.state === 'published' && (
            <Menu.Item leftSection={<IconArchive size={17} />} onClick={() => setAsking('withdraw')}>
              Withdraw
            </Menu.Item>
          )}
          {builds && form.published === null && (
            <Menu.Item color="red" leftSection={<IconTrash size={17} />} onClick={() => setAsking('remove')}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {publishes && (
        <Button loading={publish.isPending} disabled={unsaved} onClick={() => publish.mutate()}>
          {unsaved
            ? 'Save before you publish'
            : form.changed
              ? `Publish version ${(form.published ?? 0) + 1}`
              : 'Publish again'}
        </Button>
      )}
      <ConfirmModal
        opened={asking === 'withdraw'}
        onClose={() => setAsking(undefined)}
        title="Withdraw this form?"
        confirmLabel="Withdraw"
        onConfirm={async () =>
          shown(await ok(api.POST('/api/v1/forms/{id}/withdraw', { params, headers, body: {} })))
        }
      >
        Nobody is asked any more. What was sent can still be filled in, and answers stay in the clients’
        records.
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'remove'}
        onClose={() => setAsking(undefined)}
        title="Remove this form?"
        confirmLabel="Remove"
        danger
        onConfirm={async () => {
          await api.DELETE('/api/v1/forms/{id}', { params })
          await navigate({ to: '/forms' })
          void queryClient.invalidateQueries({ queryKey: ['forms'] })
        }}
      >
        It was never published: nobody has answered it.
      </ConfirmModal>
      {asking === 'export' && (
        <ExportModal
          formats={['csv']}
          path={`/forms/${form.id}/export`}
          title="Export all answers"
          about="All that was handed in, of the clients and classes that you see."
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
