import { Button, Group, Input, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconLock } from '@tabler/icons-react'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: any form with the values of a login
  form: UseFormReturnType<any>
  isSet: boolean
  /** It can't do without. */
  needed?: boolean
}

/** Name and password of a mail server: written, never shown again. */
export function LoginFields({ form, isSet, needed }: Props) {
  const { login } = form.values
  const to = (mode: string) => () => {
    form.setFieldValue('login', mode)
    form.clearFieldError('login')
  }
  return (
    <Input.Wrapper label="Login" labelElement="div" error={form.errors.login}>
      <Group gap="xs" mb={login === 'new' ? 'xs' : 0}>
        {login === 'keep' && (
          <Group gap={6}>
            <IconLock size={16} aria-hidden />
            <Text size="sm">Set. It is never shown.</Text>
          </Group>
        )}
        {login === 'none' && (
          <Text size="sm" c="dimmed">
            None
          </Text>
        )}
        {login !== 'new' && (
          <Button size="xs" variant="default" onClick={to('new')}>
            {isSet ? 'Replace' : 'Give a login'}
          </Button>
        )}
        {login !== 'keep' && isSet && (
          <Button size="xs" variant="default" onClick={to('keep')}>
            Keep the one that is set
          </Button>
        )}
        {login !== 'none' && !needed && (
          <Button size="xs" variant="subtle" color="gray" onClick={to('none')}>
            No login
          </Button>
        )}
      </Group>
      {login === 'new' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Name" maxLength={320} autoComplete="off" {...form.getInputProps('user')} />
          <PasswordInput
            label="Password"
            maxLength={1000}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </SimpleGrid>
      )}
    </Input.Wrapper>
  )
}
