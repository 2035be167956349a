import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { contentType, type Import } from './api.ts'
import classes from './Upload.module.css'
import { type UploadState, uploadFile } from './upload.ts'
import { sizeText } from './words.ts'

/** Drop or choose a file. It is sealed as it arrives, and deleted once it was read. */
export function Upload({ onUploaded }: { onUploaded: (file: Import) => void }) {
  const [state, setState] = useState<UploadState>()
  const [over, setOver] = useState(false)
  const [error, setError] = useState<unknown>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const take = async (file: File | null | undefined) => {
    if (!file || state) return
    const control = new AbortController()
    stop.current = control
    setError(undefined)
    setState({ name: file.name, sent: 0, total: file.size })
    try {
      onUploaded(await uploadFile(file, contentType(file.name), control.signal, setState))
    } catch (failure) {
      if (!control.signal.aborted) setError(failure)
    } finally {
      setState(undefined)
    }
  }
  return (
    <Stack>
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label="Upload a file"
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={(e) => {
          if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={(e) => {
          e.preventDefault()
          setOver(false)
          void take(e.dataTransfer.files[0])
        }}
      >
        {state ? (
          <Sending state={state} onStop={() => stop.current?.abort()} />
        ) : (
          <Stack align="center" gap={6} ta="center">
            <IconFileUpload size={36} stroke={1.5} className={classes.icon} aria-hidden />
            <Text fw={560} visibleFrom="sm">
              Drop a file here
            </Text>
            <Text size="sm" c="dimmed">
              CSV or other delimited text, a FHIR R4 Bundle, or NDJSON
            </Text>
            <FileButton
              onChange={(file) => void take(file)}
              accept=".csv,.txt,.tsv,.json,.ndjson,text/csv,application/json"
            >
              {(props) => (
                <Button {...props} mt={8}>
                  Choose a file
                </Button>
              )}
            </FileButton>
          </Stack>
        )}
      </section>
      <ErrorAlert error={error} />
    </Stack>
  )
}

function Sending({ state: { name, sent, total }, onStop }: { state: UploadState; onStop: () => void }) {
  const share = total ? (sent / total) * 100 : 100
  return (
    <Stack gap={8} maw={480} mx="auto">
      <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Progress.Root>
        <Progress.Section value={share} animated={share >= 100} aria-label="Upload" />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {share < 100 ? `${sizeText(sent)} of ${sizeText(total)}` : 'Looking into the file…'}
        </Text>
        <Button size="xs" variant="default" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </Stack>
  )
}
