import { Button, Text } from '@mantine/core'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './Attach.module.css'
import { Choose } from './Choose.tsx'
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
  const { sending, error, take, stop, left, goOn } = useUpload(target, onDone)
  const send = (files: File[]) => void take(files.slice(0, room))
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
        <Choose take={send} words={words} multiple={room > 1} camera={handHeld()} />
      </div>
    </div>
  )
}
