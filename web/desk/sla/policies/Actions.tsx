import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Input,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { teamList } from '../../../access/api.ts'
import { api, ok } from '../../../api/client.ts'
import { useMay } from '../../../session/session.ts'
import { choices } from '../../settings/queries.ts'
import classes from './Actions.module.css'
import { freshAction, type PolicyValues } from './form.ts'

const ON = [
  { value: 'warning', label: 'At a warning' },
  { value: 'breach', label: 'At the due time' },
]
const CLOCKS = [
  { value: 'both', label: 'of either clock' },
  { value: 'response', label: 'of the first answer' },
  { value: 'resolution', label: 'of the resolution' },
]

/** When people are told before and at the due time, and what the desk does by itself. */
export function Actions({ form }: { form: UseFormReturnType<PolicyValues> }) {
  const { actions } = form.values
  return (
    <>
      <TagsInput
        label="Warnings, in percent of the time"
        description="Such as 50 and 75. Up to five."
        maxTags={5}
        splitChars={[',', ' ', '%', ';']}
        {...form.getInputProps('warnPercents')}
        onChange={(values) =>
          form.setFieldValue(
            'warnPercents',
            values.map((v) => v.replace('%', '').trim()).filter((v) => /^\d{1,2}$/.test(v)),
          )
        }
      />
      <Input.Wrapper
        label="What happens then"
        labelElement="div"
        description="People are told as far as the walls show them the ticket."
        error={form.errors.actions}
      >
        <Stack gap="sm" mt={6}>
          {actions.map((a, at) => (
            <Action key={a.uid} form={form} at={at} />
          ))}
        </Stack>
      </Input.Wrapper>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={17} />}
          disabled={actions.length >= 20}
          onClick={() => form.insertListItem('actions', freshAction())}
        >
          Add a step
        </Button>
      </Group>
    </>
  )
}

function Action({ form, at }: { form: UseFormReturnType<PolicyValues>; at: number }) {
  const may = useMay()
  const action = form.values.actions[at]!
  const teams = useQuery({ ...teamList, enabled: may('teams:read') }).data?.items
  const people = useQuery({
    queryKey: ['users', 'choices'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/users', { params: { query: { status: 'active', limit: 100 } }, signal })),
    enabled: may('users:read'),
  }).data?.items
  const field = (name: string) => form.getInputProps(`actions.${at}.${name}`)
  const check = (name: string, label: string) => (
    <Checkbox label={label} {...form.getInputProps(`actions.${at}.${name}`, { type: 'checkbox' })} />
  )
  return (
    <fieldset className={classes.action} aria-label={`Step ${at + 1}`}>
      <SimpleGrid cols={{ base: 1, sm: action.on === 'warning' ? 3 : 2 }} spacing="xs">
        <Select aria-label={`When, step ${at + 1}`} allowDeselect={false} data={ON} {...field('on')} />
        <Select
          aria-label={`Clock, step ${at + 1}`}
          allowDeselect={false}
          data={CLOCKS}
          {...field('clock')}
        />
        {action.on === 'warning' && (
          <Select
            aria-label={`Which warning, step ${at + 1}`}
            placeholder="Every warning"
            clearable
            data={form.values.warnPercents.map((p) => ({ value: p, label: `at ${p} %` }))}
            {...field('percent')}
          />
        )}
      </SimpleGrid>
      <Group gap="md">
        {check('assignee', 'Tell the assignee')}
        {check('team', 'Tell the team')}
        {check('raisePriority', 'Raise the priority')}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {people && (
          <MultiSelect
            aria-label={`Tell these people too, step ${at + 1}`}
            placeholder={action.userIds.length ? undefined : 'Tell these people too'}
            searchable
            hidePickedOptions
            data={people.map((u) => ({ value: u.id, label: u.displayName }))}
            {...field('userIds')}
          />
        )}
        {teams && (
          <Select
            aria-label={`Give it to a team, step ${at + 1}`}
            placeholder="Leave it with its team"
            clearable
            data={choices(teams)}
            {...field('reassignTeamId')}
          />
        )}
      </SimpleGrid>
      <ActionIcon
        className={classes.remove}
        size="md"
        aria-label={`Remove step ${at + 1}`}
        onClick={() => form.removeListItem('actions', at)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </fieldset>
  )
}
