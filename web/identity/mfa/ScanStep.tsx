import { Anchor, Button, Center, Code, Collapse, Group, Loader, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, ok } from '../../api/client.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { CodeInput } from './CodeInput.tsx'
import classes from './ScanStep.module.css'

/** Shows the secret as a QR code and as text, and has it confirmed by a first code. */
export function ScanStep({ onConfirmed }: { onConfirmed: (recoveryCodes: string[]) => void }) {
  const [byHand, { toggle }] = useDisclosure(false)
  const formRef = useRef<HTMLFormElement>(null)
  const secret = useQuery({
    queryKey: ['mfa', 'secret'],
    queryFn: () => ok(api.POST('/api/v1/mfa/totp', { body: {} })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const form = useForm({ initialValues: { code: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    const { recoveryCodes } = await ok(api.POST('/api/v1/mfa/totp/confirm', { body })).catch(
      (failure: unknown) => {
        form.reset()
        throw failure
      },
    )
    onConfirmed(recoveryCodes)
  })
  if (secret.error) return <ErrorAlert error={secret.error} onRetry={() => void secret.refetch()} />
  if (!secret.data) {
    return (
      <Center py="xl">
        <Loader aria-label="Loading" />
      </Center>
    )
  }
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(secret.data.qrSvg)}`
  return (
    <form onSubmit={onSubmit} ref={formRef}>
      <Stack>
        <DoorTitle hint="With a second factor a stolen password alone opens nothing. Any authenticator app will do.">
          Set up your authenticator app
        </DoorTitle>
        <img className={classes.qr} src={image} alt="QR code for your authenticator app" />
        <Anchor component="button" type="button" ta="center" onClick={toggle} aria-expanded={byHand}>
          {byHand ? 'Hide the key' : 'I can’t scan it'}
        </Anchor>
        <Collapse expanded={byHand}>
          <Stack gap="xs">
            <Code block className={classes.secret}>
              {secret.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Code>
            <Group justify="center">
              <CopyButton size="xs" value={secret.data.secret}>
                Copy the key
              </CopyButton>
              <Button size="xs" variant="default" component="a" href={secret.data.otpauthUri}>
                Open in an app here
              </Button>
            </Group>
          </Stack>
        </Collapse>
        <ErrorAlert error={error} shownFields={['code']} />
        <CodeInput
          label="The code that the app shows"
          {...form.getInputProps('code')}
          onComplete={() => setTimeout(() => formRef.current?.requestSubmit())}
        />
        <Button type="submit" size="md" loading={pending}>
          Confirm
        </Button>
      </Stack>
    </form>
  )
}
