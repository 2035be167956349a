import { Progress as Bar, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './Files.module.css'
import { Pick } from './Pick.tsx'
import type { Target } from './upload.ts'
import { ENGLISH, type UploaderWords } from './uploader-words.ts'
import { type Sending, useUpload } from './use-upload.ts'

interface Props {
  target: Target
  onDone?: () => void
  /** Whether something is on its way. */
  onBusy?: (busy: boolean) => void
  words?: UploaderWords
  /** It is what the page is for: large, for a thumb. */
  large?: boolean
}

/** Drop, choose or photograph files: one after the other, each with its progress, over a bad line too. */
export function Uploader({ target, onDone, onBusy, words: w = ENGLISH, large = false }: Props) {
  const { sending, error, take, stop, left, goOn } = useUpload(target, onDone)
  const busy = sending !== undefined
  const told = useRef(false)
  useEffect(() => {
    if (told.current !== busy) onBusy?.(busy)
    told.current = busy
  }, [busy, onBusy])
  return (
    <>
      <Pick take={(files) => void take(files)} words={w} large={large}>
        {sending && <SendingBar sending={sending} onStop={stop} words={w} />}
      </Pick>
      {error !== undefined && (
        <>
          <ErrorAlert error={error} />
          {left > 0 && (
            <Button size="sm" variant="default" onClick={goOn}>
              {w.goOn}
            </Button>
          )}
        </>
      )}
    </>
  )
}

interface BarProps {
  sending: Sending
  onStop: () => void
  words?: UploaderWords
}

export function SendingBar({ sending: s, onStop, words: w = ENGLISH }: BarProps) {
  const share = s.total ? (s.sent / s.total) * 100 : 100
  return (
    <div className={classes.sending}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" truncate>
          {s.name}
        </Text>
        {s.of > 1 && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {w.turn(s)}
          </Text>
        )}
      </Group>
      <Bar value={share} size="sm" my={4} aria-label={w.progress} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {!s.waiting && w.sent(s)}
          <span role="status">{s.waiting && w.waiting}</span>
        </Text>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onStop}>
          {w.stop}
        </Button>
      </Group>
    </div>
  )
}
