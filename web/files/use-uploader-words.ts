import { useWords } from '../i18n/language.ts'
import { sizeText } from '../transfer/words.ts'
import type { UploaderWords } from './uploader-words.ts'

/** What the uploader says, in the language of what is around. */
export function useUploaderWords(): UploaderWords {
  const { t } = useWords('files')
  return {
    label: t('label'),
    add: t('choose'),
    photo: t('camera'),
    drop: t('drop'),
    waiting: t('away'),
    progress: t('bar'),
    stop: t('stop'),
    goOn: t('goOn'),
    turn: ({ n, of }) => t('turn', { n, of }),
    sent: ({ sent, total }) => t('progress', { sent: sizeText(sent), total: sizeText(total) }),
  }
}
