import { MultiSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { facilityList } from '../../access/api.ts'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { documentsChanged, type Folder } from '../queries.ts'

interface Props {
  onClose: () => void
  /** Where it is to lie; among the outermost without. */
  parent?: Folder
  /** Whose own folder it is to be. */
  clientId?: string
  /** The one that is edited. */
  folder?: Folder
}

/** Makes or edits a folder. Who sees it is said of the outermost alone: all below shares it. */
export function FolderModal({ onClose, parent, clientId, folder }: Props) {
  const outermost = folder ? folder.parentId === null && folder.kind === 'shared' : !parent && !clientId
  const facilities = useQuery({ ...facilityList, enabled: outermost })
  const form = useForm({
    initialValues: { name: folder?.name ?? '', facilityIds: folder?.facilityIds ?? [] },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ name, facilityIds }) => {
    const whom = outermost ? { facilityIds } : {}
    await (folder
      ? ok(
          api.PATCH('/api/v1/folders/{id}', {
            params: { path: { id: folder.id } },
            headers: { 'If-Match': `"${folder.version}"` },
            body: { name, ...whom },
          }),
        )
      : ok(
          api.POST('/api/v1/folders', {
            body: { name, ...whom, ...(parent ? { parentId: parent.id } : clientId && { clientId }) },
          }),
        ))
    await documentsChanged()
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={folder ? 'Folder' : 'New folder'} size="md">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" required maxLength={200} {...form.getInputProps('name')} />
        {outermost && (
          <MultiSelect
            label="Facilities (optional)"
            description="Who sees it. The whole organization where none is chosen."
            data={(facilities.data?.items ?? []).map((f) => ({ value: f.id, label: f.name }))}
            searchable
            hidePickedOptions
            {...form.getInputProps('facilityIds')}
          />
        )}
      </FormFrame>
    </Dialog>
  )
}
