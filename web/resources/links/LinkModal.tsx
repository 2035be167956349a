import { Group, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { AudienceFields, EVERYBODY } from '../AudienceFields.tsx'
import { LINK_ICONS } from '../icons.ts'
import type { KeptGroup, KeptLink } from '../queries.ts'

type Icon = KeptLink['icon']
const ICONS = Object.entries(LINK_ICONS).map(([value, { label }]) => ({ value, label }))

interface Props {
  link: KeptLink | undefined
  groups: KeptGroup[]
  /** Where a new one goes. */
  groupId: string
  onClose: () => void
}

/** A link: new, or as it is. */
export function LinkModal({ link, groups, groupId, onClose }: Props) {
  const save = useSave('/api/v1/links', link, ['links'], 'PATCH')
  const form = useForm({
    initialValues: {
      title: link?.title ?? '',
      url: link?.url ?? '',
      note: link?.note ?? '',
      groupId: link?.groupId ?? groupId,
      icon: link?.icon ?? ('link' as Icon),
      audience: link?.audience ?? EVERYBODY,
    },
    validate: {
      title: (v) => (v.trim() ? null : 'Give it a name'),
      url: (v) => (/^\s*https?:\/\/./i.test(v) ? null : 'Begin with https://'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (values) => {
    await save.mutateAsync(values)
    onClose()
  })
  const Drawn = LINK_ICONS[form.values.icon].icon
  return (
    <FormModal title={link ? link.title : 'New link'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={80} {...form.getInputProps('title')} />
        <TextInput
          label="Address"
          type="url"
          inputMode="url"
          description="Everybody in its audience sees it: none that opens something without a sign-in."
          maxLength={2000}
          {...form.getInputProps('url')}
        />
        <TextInput
          label="Note (optional)"
          description="What one finds there, in a few words."
          maxLength={200}
          {...form.getInputProps('note')}
        />
        <Group grow align="start">
          <Select
            label="Group"
            allowDeselect={false}
            data={groups.map((g) => ({ value: g.id, label: g.name }))}
            {...form.getInputProps('groupId')}
          />
          <Select
            label="Picture"
            allowDeselect={false}
            searchable
            data={ICONS}
            leftSection={<Drawn size={18} />}
            renderOption={({ option }) => {
              const Choice = LINK_ICONS[option.value as Icon].icon
              return (
                <Group gap={10}>
                  <Choice size={18} />
                  {option.label}
                </Group>
              )
            }}
            {...form.getInputProps('icon')}
          />
        </Group>
        <AudienceFields
          value={form.values.audience}
          onChange={(audience) => form.setFieldValue('audience', audience)}
        />
      </FormFrame>
    </FormModal>
  )
}
