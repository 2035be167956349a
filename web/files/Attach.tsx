import { Button, FileButton, Text } from '@mantine/core'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './Attach.module.css'
import { pictureNamed } from './picture-name.ts'
import { SendingBar } from './Uploader.tsx'
import type { Target } from './upload.ts'
import { useUpload } from './use-upload.ts'
import { useUploaderWords } from './use-uploader-words.ts'

interface Props {
  /** What takes the files, such as `portalTarget` or `ownerTarget`. */
  target: Target
  onDone: (file: { id: string; name: string; size: number }) => void
  /** How many more there is room for. */
  room?: number
}

/** A hand-held device: it has a camera of its own to take a picture with. */
const handHeld = () => matchMedia('(any-pointer: coarse)').matches

/**
 * In a form or a message: choose files, or take a picture where there is a camera at hand. They are sent one after the other,
 * with progress; when the network goes away it waits, asks how far it got, and goes on from there.
 */
export function Attach({ target, onDone, room = 20 }: Props) {
  const { t } = useWords('files')
  const words = useUploaderWords()
  const last = useRef<File[]>([])
  const { sending, error, take, stop, left, goOn } = useUpload(target, ({ id, name }) =>
    onDone({ id, name, size: last.current.find((f) => f.name === name)?.size ?? 0 }),
  )
  const send = (files: File[]) => {
    last.current = files.slice(0, room)
    void take(last.current)
  }
  if (sending) return <SendingBar sending={sending} onStop={stop} words={words} />
  if (room <= 0)
    return (
      <Text size="sm" c="dimmed">
        {t('full')}
      </Text>
    )
  return (
    <div className={classes.root}>
      <ErrorAlert error={error} />
      <div className={classes.buttons}>
        {error !== undefined && left > 0 && <Button onClick={goOn}>{words.goOn}</Button>}
        <FileButton multiple={room > 1} onChange={(got) => send([got ?? []].flat())}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconPaperclip size={18} />}>
              {words.add}
            </Button>
          )}
        </FileButton>
        {handHeld() && (
          <FileButton
            accept="image/*"
            capture="environment"
            onChange={(file) => file && send([pictureNamed(file, words.photo)])}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconCamera size={18} />}>
                {words.photo}
              </Button>
            )}
          </FileButton>
        )}
      </div>
    </div>
  )
}
