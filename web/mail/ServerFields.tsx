import { NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { SECURITIES } from './words.ts'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: any form with the fields of a server
  form: UseFormReturnType<any>
  ports: { tls: number; starttls: number }
}

/** Which mail server, and how it is spoken to. */
export function ServerFields({ form, ports }: Props) {
  const secure = (security: string | null) => {
    if (!security) return
    const usual = Object.values(ports)
    if (!form.values.port || usual.includes(form.values.port))
      form.setFieldValue('port', security === 'tls' ? ports.tls : ports.starttls)
    form.setFieldValue('security', security)
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label="Host"
          placeholder="mail.clinic.example"
          spellCheck={false}
          {...form.getInputProps('host')}
        />
        <NumberInput
          label="Port"
          min={1}
          max={65_535}
          hideControls
          thousandSeparator=""
          {...form.getInputProps('port')}
        />
        <Select
          label="Encryption"
          allowDeselect={false}
          data={SECURITIES}
          {...form.getInputProps('security')}
          onChange={secure}
        />
      </SimpleGrid>
      <Textarea
        label="Certificate of your own authority (optional)"
        description="In PEM form, where the server’s certificate comes from no public authority."
        minRows={2}
        maxRows={6}
        maxLength={20_000}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        {...form.getInputProps('ca')}
      />
    </>
  )
}
