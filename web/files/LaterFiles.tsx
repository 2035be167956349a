import { ActionIcon, Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFile, IconX } from '@tabler/icons-react'
import { ApiProblem, problemText } from '../api/problem.ts'
import { useWords } from '../i18n/language.ts'
import { sizeText } from '../transfer/words.ts'
import classes from './Attach.module.css'
import { Pick } from './Pick.tsx'
import { SendingBar } from './Uploader.tsx'
import type { LaterFilesState } from './use-later-files.ts'
import { useUploaderWords } from './use-uploader-words.ts'

/** In a form for something that does not exist yet: choose files that go once it does. */
export function LaterFiles({ files: f }: { files: LaterFilesState }) {
  const { t } = useWords('files')
  const words = useUploaderWords()
  return (
    <Stack gap="xs">
      {f.chosen.length > 0 && (
        <ul className={classes.list} aria-label={t('list')}>
          {f.chosen.map((file) => (
            <li key={`${file.name}|${file.size}|${file.lastModified}`} className={classes.item}>
              <IconFile size={20} stroke={1.6} aria-hidden />
              <div className={classes.text}>
                <span className={classes.name}>{file.name}</span>
                <Text size="xs" c="dimmed">
                  {sizeText(file.size)}
                </Text>
              </div>
              {!f.made && (
                <ActionIcon
                  className={classes.remove}
                  variant="subtle"
                  color="gray"
                  aria-label={t('remove', { name: file.name })}
                  onClick={() => f.remove(file)}
                >
                  <IconX size={18} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {f.sending && <SendingBar sending={f.sending} onStop={f.stop} words={words} />}
      {!f.made && f.room <= 0 && (
        <Text size="sm" c="dimmed">
          {t('full')}
        </Text>
      )}
      {!f.made && f.room > 0 && <Pick take={f.add} words={words} multiple={f.room > 1} />}
    </Stack>
  )
}

interface StuckProps {
  files: LaterFilesState
  /** That it is made, such as “Ticket #12 is open.” */
  title: string
}

/** It is made, and files did not go: which, why, and what one may do. Takes the place of the form. */
export function StuckFiles({ files: f, title }: StuckProps) {
  const { t } = useWords('files')
  const words = useUploaderWords()
  if (f.sending) return <SendingBar sending={f.sending} onStop={f.stop} words={words} />
  if (f.stuck.length === 0) return null
  return (
    <Alert color="amber" icon={<IconAlertTriangle size={18} />} title={title}>
      <Stack gap="sm">
        <Text size="sm">{t('notSent')}</Text>
        <ul className={classes.list} aria-label={t('list')}>
          {f.stuck.map(({ file, error }) => (
            <li key={`${file.name}|${file.size}|${file.lastModified}`} className={classes.item}>
              <div className={classes.text}>
                <span className={classes.name}>{file.name}</span>
                <Text size="xs">{error === undefined ? t('stopped') : why(error)}</Text>
              </div>
            </li>
          ))}
        </ul>
        <Group>
          <Button onClick={f.again}>{t('again')}</Button>
          <Button variant="default" onClick={f.without}>
            {t('without')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

/** What is wrong with a file; its fields have names that nobody sees here. */
const why = (error: unknown) =>
  error instanceof ApiProblem && error.errors.length > 0
    ? error.errors.map((e) => e.message).join(' ')
    : problemText(error)
