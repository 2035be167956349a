import { Button, Checkbox, Stack } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { saveText } from '../../ui/copy.ts'
import classes from './RecoveryCodes.module.css'

interface Props {
  codes: string[]
  onDone: () => unknown
  doneLabel?: string
}

/** The codes for the day the phone is lost; the page is left only when they are said to be saved. */
export function RecoveryCodes({ codes, onDone, doneLabel = 'Go on' }: Props) {
  const [saved, setSaved] = useState(false)
  const [pending, setPending] = useState(false)
  const text = `Wellkeep recovery codes. Each works once.\n\n${codes.join('\n')}\n`
  const leave = async () => {
    setPending(true)
    await onDone()
    setPending(false)
  }
  return (
    <Stack>
      <DoorTitle hint="Each lets you in once without your authenticator app. They are shown only now: keep them where you keep things that matter.">
        Save your recovery codes
      </DoorTitle>
      <ol className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={`${classes.ways} wk-no-print`}>
        <CopyButton value={text} px="xs" />
        <Button
          variant="default"
          px="xs"
          leftSection={<IconDownload size={16} />}
          onClick={() => saveText('wellkeep-recovery-codes.txt', text)}
        >
          Download
        </Button>
        <Button variant="default" px="xs" leftSection={<IconPrinter size={16} />} onClick={() => print()}>
          Print
        </Button>
      </div>
      <Checkbox
        className="wk-no-print"
        label="I have saved these codes"
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Button
        size="md"
        className="wk-no-print"
        disabled={!saved}
        loading={pending}
        onClick={() => void leave()}
      >
        {doneLabel}
      </Button>
    </Stack>
  )
}
