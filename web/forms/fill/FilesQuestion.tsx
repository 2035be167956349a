import { Stack, Text } from '@mantine/core'
import { MOST_FILES } from '../../../forms/index.ts'
import { Attach } from '../../files/Attach.tsx'
import { AttachedList } from '../../files/AttachedList.tsx'
import { useWords } from '../../i18n/language.ts'
import { Group } from './Group.tsx'
import type { QuestionProps, Said } from './said.ts'

/** Files as an answer; in a preview they are only named. */
export function FilesQuestion({ field, answer, onAnswer, uploads, said }: QuestionProps & { said: Said }) {
  const { t } = useWords('forms')
  const ids = Array.isArray(answer) ? answer : []
  const most = Math.min(field.limits?.count ?? MOST_FILES, MOST_FILES)
  if (!uploads)
    return (
      <Group said={said}>
        <Text c="dimmed">{t('filesHere')}</Text>
      </Group>
    )
  return (
    <Group said={said}>
      <Stack gap="xs">
        <AttachedList
          files={uploads.files.filter((f) => ids.includes(f.id))}
          path={uploads.path}
          onRemove={(id) => onAnswer(ids.length > 1 ? ids.filter((x) => x !== id) : undefined)}
        />
        <Attach
          target={uploads.target}
          room={most - ids.length}
          onDone={({ id, name, size }) => uploads.onAdded(field.id, { id, name, size, state: 'unread' })}
        />
      </Stack>
    </Group>
  )
}
