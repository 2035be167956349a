import { Pill, Text } from '@mantine/core'
import { SendingBar } from '../../files/Uploader.tsx'
import type { useUpload } from '../../files/use-upload.ts'

interface Props {
  files: { id: string; name: string }[]
  upload: ReturnType<typeof useUpload>
  onRemove: (id: string) => void
}

/** Files that go with what is being written. To take one off leaves it on the ticket. */
export function Attached({ files, upload, onRemove }: Props) {
  return (
    <>
      {files.length > 0 && (
        <Pill.Group aria-label="Files that go with it">
          {files.map((f) => (
            <Pill
              key={f.id}
              withRemoveButton
              onRemove={() => onRemove(f.id)}
              removeButtonProps={{ 'aria-label': `Leave ${f.name} out`, tabIndex: 0 }}
            >
              {f.name}
            </Pill>
          ))}
        </Pill.Group>
      )}
      {upload.sending && <SendingBar sending={upload.sending} onStop={upload.stop} />}
      <Text size="xs" c="dimmed">
        A file that may hold PHI, or is not read yet, does not leave as e-mail unless your organization’s
        policy says so.
      </Text>
    </>
  )
}
