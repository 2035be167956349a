import { Button, FileButton, Progress, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { contentType, type Import } from './api.ts'
import classes from './Upload.module.css'
import { uploadFile } from './upload.ts'

/** Drop or choose a file. It is sealed as it arrives and deleted once it was read. */
export function Upload({ onUploaded }: { onUploaded: (file: Import) => void }) {
  const [share, setShare] = useState<number>()
  const [over, setOver] = useState(false)
  const [error, setError] = useState<unknown>()
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setError(undefined)
    setShare(0)
    try {
      onUploaded(await uploadFile(file, contentType(file.name), setShare))
    } catch (failure) {
      setError(failure)
    } finally {
      setShare(undefined)
    }
  }
  return (
    <>
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label="Upload a file"
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault()
          setOver(false)
          void take(e.dataTransfer.files[0])
        }}
      >
        <Stack align="center" gap="xs">
          <IconFileUpload size={34} stroke={1.5} aria-hidden />
          <Text fw={560}>Drop a file here</Text>
          <Text size="sm" c="dimmed">
            CSV, FHIR JSON or NDJSON, of any size
          </Text>
          <FileButton onChange={(file) => void take(file)} accept=".csv,.txt,.tsv,.json,.ndjson">
            {(props) => (
              <Button {...props} loading={share !== undefined}>
                Choose a file
              </Button>
            )}
          </FileButton>
          {share !== undefined && <Progress w="100%" maw={320} value={share * 100} aria-label="Upload" />}
        </Stack>
      </section>
      <ErrorAlert error={error} />
    </>
  )
}
