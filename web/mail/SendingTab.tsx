import { Button, Group, SimpleGrid, Skeleton, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import type { BodyOf } from '../api/use-save.ts'
import { useSession } from '../session/session.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { LoginFields } from './LoginFields.tsx'
import { LOGIN_FIELDS, loginBody, loginRules, startLogin } from './login.ts'
import { type Outbound, outboundQuery } from './queries.ts'
import { ServerFields } from './ServerFields.tsx'
import { TestResult } from './TestResult.tsx'

/** By which server mail leaves. */
export function SendingTab() {
  const outbound = useQuery(outboundQuery)
  if (outbound.error && !outbound.data)
    return <ErrorAlert error={outbound.error} onRetry={() => void outbound.refetch()} />
  if (!outbound.data) return <Skeleton h={320} radius="lg" mt="md" />
  return (
    <>
      <Section
        title="Sending"
        description="Your mail server takes the replies. What may hold health information passes the gate first."
      >
        <SendingForm key={outbound.data.version} settings={outbound.data} />
      </Section>
      {outbound.data.enabled && <TestMail />}
    </>
  )
}

function SendingForm({ settings: s }: { settings: Outbound }) {
  const save = useMutation({
    mutationFn: (body: Body) => put(body, s.version),
    meta: { touches: ['mail'] },
  })
  const form = useForm({
    initialValues: {
      enabled: s.enabled,
      host: s.host ?? '',
      port: (s.port ?? 465) as number | string,
      security: s.security,
      ca: s.ca ?? '',
      fromAddress: s.fromAddress ?? '',
      fromName: s.fromName ?? '',
      ...startLogin(s.hasLogin, false),
    },
    validate: loginRules,
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (v) => {
      await save.mutateAsync({
        enabled: v.enabled,
        host: v.host.trim() || null,
        port: v.port === '' ? null : Number(v.port),
        security: v.security,
        ca: v.ca.trim() || null,
        fromAddress: v.fromAddress.trim() || null,
        fromName: v.fromName.trim() || null,
        ...loginBody(v),
      })
      toast('How mail leaves is saved')
    },
    LOGIN_FIELDS,
  )
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw={760}>
        <Switch
          label="Send replies as e-mail"
          description="Off, replies stay on their tickets."
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <ServerFields form={form} ports={{ tls: 465, starttls: 587 }} />
        <LoginFields form={form} isSet={s.hasLogin} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Mail is from"
            type="email"
            placeholder="desk@clinic.example"
            autoComplete="off"
            {...form.getInputProps('fromAddress')}
          />
          <TextInput
            label="With the name (optional)"
            placeholder="Service desk"
            maxLength={100}
            autoComplete="off"
            {...form.getInputProps('fromName')}
          />
        </SimpleGrid>
        <ErrorAlert error={error} shownFields={Object.keys(form.errors)} />
        <Group>
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Body = BodyOf<'/api/v1/mail/outbound', 'put'>
const put = (body: Body, version: number) =>
  ok(api.PUT('/api/v1/mail/outbound', { body, headers: { 'If-Match': `"${version}"` } }))

/** A message of fixed words, to see whether mail leaves. */
function TestMail() {
  const { user } = useSession()
  const [to, setTo] = useState(user.email ?? '')
  const test = useMutation({
    mutationFn: (address: string) => ok(api.POST('/api/v1/mail/outbound/test', { body: { to: address } })),
  })
  return (
    <Section title="Test" description="A message of fixed words, by the settings that are saved.">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          test.mutate(to.trim())
        }}
      >
        <Group align="flex-end" maw={560}>
          <TextInput
            label="Send it to"
            type="email"
            required
            flex="1 1 240px"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconSend size={16} />}
            loading={test.isPending}
          >
            Send the test message
          </Button>
        </Group>
      </form>
      <TestResult
        test={test}
        good={`Your mail server took the message to ${test.variables ?? ''}. Look whether it arrives.`}
        bad="The message could not be sent"
      />
    </Section>
  )
}
