import { Button, Checkbox, Stack } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
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
export function RecoveryCodes({ codes, onDone, doneLabel }: Props) {
  const { t } = useWords('door')
  const [saved, setSaved] = useState(false)
  const [pending, setPending] = useState(false)
  const text = `${t('codes.file')}\n\n${codes.join('\n')}\n`
  const leave = async () => {
    setPending(true)
    await onDone()
    setPending(false)
  }
  return (
    <Stack>
      <DoorTitle hint={t('codes.hint')}>{t('codes.title')}</DoorTitle>
      <ol className={classes.codes} aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={`${classes.ways} wk-no-print`}>
        <CopyButton value={text} px="xs">
          {t('copy')}
        </CopyButton>
        <Button
          variant="default"
          px="xs"
          leftSection={<IconDownload size={16} />}
          onClick={() => saveText('wellkeep-recovery-codes.txt', text)}
        >
          {t('codes.download')}
        </Button>
        <Button variant="default" px="xs" leftSection={<IconPrinter size={16} />} onClick={() => print()}>
          {t('codes.print')}
        </Button>
      </div>
      <Checkbox
        className="wk-no-print"
        label={t('codes.saved')}
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
        {doneLabel ?? t('goOn')}
      </Button>
    </Stack>
  )
}
