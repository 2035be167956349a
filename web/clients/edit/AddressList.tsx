import { Button, Fieldset, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { AddButton } from './AddButton.tsx'
import classes from './Lists.module.css'
import { type AddressValues, NO_ADDRESS } from './points.ts'

const USES = ['home', 'work', 'temp', 'billing', 'old']

// biome-ignore lint/suspicious/noExplicitAny: any form with `addresses`
export function AddressList({ form }: { form: UseFormReturnType<any> }) {
  const list = form.getValues().addresses as AddressValues[]
  const field = (at: number, name: keyof AddressValues) => form.getInputProps(`addresses.${at}.${name}`)
  return (
    <Fieldset
      legend="Addresses"
      variant="unstyled"
      classNames={{ root: classes.root, legend: classes.legend }}
    >
      <Stack gap={8}>
        {list.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the form knows its blocks by their place
          <Stack key={at} gap={10} className={classes.block}>
            <Textarea label="Street" minRows={1} maxLength={800} {...field(at, 'street')} />
            <Group gap={8}>
              <TextInput label="City" flex="2 1 180px" miw={0} maxLength={100} {...field(at, 'city')} />
              <TextInput label="State" flex="1 1 90px" miw={0} maxLength={100} {...field(at, 'state')} />
              <TextInput label="ZIP" flex="1 1 90px" miw={0} maxLength={20} {...field(at, 'postalCode')} />
            </Group>
            <Group gap={8} align="flex-end">
              <TextInput label="Country" maxLength={60} flex="1 1 120px" {...field(at, 'country')} />
              <NativeSelect
                label="Kind"
                w={116}
                data={[{ value: '', label: '–' }, ...USES]}
                {...field(at, 'use')}
              />
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} />}
                onClick={() => form.removeListItem('addresses', at)}
                aria-label={`Remove address ${at + 1}`}
              >
                Remove
              </Button>
            </Group>
          </Stack>
        ))}
        <AddButton
          onClick={() => form.insertListItem('addresses', { ...NO_ADDRESS, use: 'home' })}
        >{`${list.length ? 'Another' : 'Add'} address`}</AddButton>
      </Stack>
    </Fieldset>
  )
}
