import { createContext, useContext, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from './i18n.ts'
import type { Language } from './languages.ts'

const listen = (heard: () => void) => {
  i18n.on('languageChanged', heard)
  return () => i18n.off('languageChanged', heard)
}

/** The language that is spoken now. */
export const spoken = (): Language => i18n.language as Language

/** The language of what is around: the reader’s where a page is translated, English elsewhere. */
export const SpokenHere = createContext<Language>('en')

/** The reader’s language, wherever one is. The server speaks that of the page it draws. */
export function useChosenLanguage(): Language {
  const here = useContext(SpokenHere)
  return useSyncExternalStore(listen, spoken, () => here)
}

export const useLanguage = (): Language => useContext(SpokenHere)

type Namespace =
  | 'common'
  | 'documents'
  | 'door'
  | 'files'
  | 'forms'
  | 'portal'
  | 'push'
  | 'rating'
  | 'reader'
  | 'signatures'

/**
 * The words of a catalogue, in the language of what is around.
 *
 * @example
 * const { t } = useWords('reader')
 * return <PageHeader title={t('links.title')} />
 */
export function useWords<N extends Namespace>(namespace: N) {
  return useTranslation(namespace, { lng: useLanguage() })
}

export const speak = (language: Language): Promise<unknown> => i18n.changeLanguage(language)
