import { ActionIcon, Anchor, Text } from '@mantine/core'
import { IconFile, IconFileAlert, IconX } from '@tabler/icons-react'
import { useWords } from '../i18n/language.ts'
import { sizeText } from '../transfer/words.ts'
import classes from './Attach.module.css'
import type { Attached } from './attached.ts'

interface Props {
  files: readonly Attached[]
  /** Under which path of the API they are read: `/files`, or `/portal/files`. */
  path: string
  onRemove?: (id: string) => void
}

/** Files that go with a message or an answer: saved by a click once they were read, and until then they say so. */
export function AttachedList({ files, path, onRemove }: Props) {
  const { t } = useWords('files')
  if (!files.length) return null
  const told = (f: Attached) => {
    if (f.state === 'infected') return t('infected')
    if (f.state === 'gone') return t('gone')
    if (f.state === 'held') return `${sizeText(f.size)} · ${t('held')}`
    if (f.state === 'uploading') return `${sizeText(f.size)} · ${t('onItsWay')}`
    return f.state === 'open' ? sizeText(f.size) : `${sizeText(f.size)} · ${t('unread')}`
  }
  return (
    <ul className={classes.list} aria-label={t('list')}>
      {files.map((f) => {
        const name = f.name ?? t('unnamed')
        const Icon = f.state === 'infected' ? IconFileAlert : IconFile
        return (
          <li key={f.id} className={classes.item}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <div className={classes.text}>
              {f.state === 'open' ? (
                <Anchor
                  className={classes.name}
                  href={`/api/v1${path}/${f.id}/content`}
                  download={name}
                  aria-label={t('open', { name })}
                >
                  {name}
                </Anchor>
              ) : (
                <span className={classes.name}>{name}</span>
              )}
              <Text size="xs" c={f.state === 'infected' ? 'red' : 'dimmed'}>
                {told(f)}
              </Text>
            </div>
            {onRemove && (
              <ActionIcon
                className={classes.remove}
                variant="subtle"
                color="gray"
                aria-label={t('remove', { name })}
                onClick={() => onRemove(f.id)}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </li>
        )
      })}
    </ul>
  )
}
