import { Progress as Bar, Button, FileButton, Group, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { sizeText } from '../transfer/words.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './Files.module.css'
import type { Target } from './upload.ts'
import { type Sending, useUpload } from './use-upload.ts'

/** Drop, choose or photograph files: one after the other, each with its progress, over a bad line too. */
export function Uploader({ target, onDone }: { target: Target; onDone?: () => void }) {
  const { sending, error, take, stop } = useUpload(target, onDone)
  const [over, setOver] = useState(false)
  return (
    <>
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label="Add files"
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
          void take([...e.dataTransfer.files])
        }}
      >
        {sending ? (
          <SendingBar sending={sending} onStop={stop} />
        ) : (
          <>
            <FileButton multiple onChange={(files) => void take(files)}>
              {(props) => (
                <Button {...props} size="xs" variant="default" leftSection={<IconPaperclip size={15} />}>
                  Add files
                </Button>
              )}
            </FileButton>
            <Text size="xs" c="dimmed">
              or drop them here
            </Text>
          </>
        )}
      </section>
      <ErrorAlert error={error} />
    </>
  )
}

export function SendingBar({ sending: s, onStop }: { sending: Sending; onStop: () => void }) {
  const share = s.total ? (s.sent / s.total) * 100 : 100
  return (
    <div className={classes.sending}>
      <Text size="sm" truncate>
        {s.name}
      </Text>
      <Bar value={share} size="sm" my={4} aria-label="Upload" />
      <Group justify="space-between">
        <Text size="xs" c="dimmed" role="status">
          {s.waiting
            ? 'The connection is away; it goes on by itself'
            : `${sizeText(s.sent)} of ${sizeText(s.total)}`}
        </Text>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </div>
  )
}
