import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, type ReactNode, useState } from 'react'
import { send } from '../api/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { saveAs } from '../ui/save-as.ts'

const FORMATS = {
  pdf: 'PDF, for people',
  fhir: 'FHIR R4 Bundle, for programs',
  csv: 'CSV, for spreadsheets',
} as const
type Format = keyof typeof FORMATS

interface Props {
  formats: Format[]
  /** Under /api/v1. */
  path: string
  body?: object
  title?: string
  /** What the file will hold. */
  about?: ReactNode
  onClose: () => void
}

/** Gives out data: with a stated purpose, which the log keeps as a disclosure. */
export function ExportModal({ formats, path, body, title = 'Export', about, onClose }: Props) {
  const [format, setFormat] = useState<string>(formats[0]!)
  const [purpose, setPurpose] = useState('')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    setError(undefined)
    try {
      const response = await send(
        new Request(`${location.origin}/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, format, purpose: purpose.trim() }),
        }),
      )
      saveAs(await response.blob(), response)
      notifications.show({ message: 'The file is saved, and the disclosure is in the log' })
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <ErrorAlert error={error} />
          {about && <Text size="sm">{about}</Text>}
          {formats.length > 1 && (
            <Radio.Group label="Format" value={format} onChange={setFormat}>
              <Stack gap={8} mt={6}>
                {formats.map((f) => (
                  <Radio key={f} value={f} label={FORMATS[f]} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            data-autofocus
            label="Purpose"
            description="Who gets it and what for. Kept in the audit log as a disclosure."
            required
            minLength={3}
            maxLength={500}
            value={purpose}
            onChange={(e) => setPurpose(e.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={purpose.trim().length < 3}>
              Export
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
