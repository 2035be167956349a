import { Progress as Bar, Button, FileButton, Text } from '@mantine/core'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { useWords } from '../i18n/language.ts'
import { sizeText } from '../transfer/words.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './Attach.module.css'
import type { Target } from './upload.ts'
import { type Sending, useUpload } from './use-upload.ts'

interface Props {
  /** What takes the files: `ownerTarget`, `portalTarget`, or the target of a document. */
  target: Target
  onDone: (file: { id: string; name: string; size: number }) => void
  /** How many more there is room for. */
  room?: number
  /** What a file chooser offers, such as `image/*`. */
  accept?: string
  labelledBy?: string
}

/** A hand-held device: it has a camera of its own to take a picture with. */
const handHeld = () => matchMedia('(any-pointer: coarse)').matches

/**
 * Choose files, or take a picture where there is a camera at hand: sent one after the other, with progress. When the network
 * goes away the upload waits, asks how far it got, and goes on from there.
 */
export function Attach({ target, onDone, room = 20, accept, labelledBy }: Props) {
  const { t } = useWords('files')
  const last = useRef<File[]>([])
  const { sending, error, take, stop } = useUpload(target, ({ id, name }) =>
    onDone({ id, name, size: last.current.find((f) => f.name === name)?.size ?? 0 }),
  )
  const send = (files: File[]) => {
    last.current = files.slice(0, room)
    void take(last.current)
  }
  const one = (file: File | null) => file && send([file])
  if (sending) return <SendingNow sending={sending} onStop={stop} />
  return (
    <div className={classes.root}>
      <ErrorAlert error={error} onRetry={() => send(last.current)} />
      {room > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: two buttons of one question
        <div className={classes.buttons} role="group" aria-labelledby={labelledBy}>
          <FileButton
            multiple={room > 1}
            {...(accept && { accept })}
            onChange={(got) => send([got ?? []].flat())}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPaperclip size={18} />}>
                {t('choose')}
              </Button>
            )}
          </FileButton>
          {handHeld() && (
            <FileButton accept="image/*" capture="environment" onChange={one}>
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconCamera size={18} />}>
                  {t('camera')}
                </Button>
              )}
            </FileButton>
          )}
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t('full')}
        </Text>
      )}
    </div>
  )
}

function SendingNow({ sending: s, onStop }: { sending: Sending; onStop: () => void }) {
  const { t } = useWords('files')
  const label = t('sending', { name: s.name })
  return (
    <div className={classes.root}>
      <Text size="sm" className={classes.name}>
        {label}
      </Text>
      <Bar.Root size="md">
        <Bar.Section value={s.total ? (s.sent / s.total) * 100 : 100} aria-label={label} />
      </Bar.Root>
      <div className={classes.item}>
        <Text size="sm" c="dimmed" role="status" className={classes.text}>
          {s.waiting ? t('away') : t('progress', { sent: sizeText(s.sent), total: sizeText(s.total) })}
        </Text>
        <Button variant="subtle" color="gray" mih={44} onClick={onStop}>
          {t('stop')}
        </Button>
      </div>
    </div>
  )
}
