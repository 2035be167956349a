import { type ReactNode, useEffect } from 'react'
import { SpokenHere, useChosenLanguage } from './language.ts'

/** Around pages that are all translated: the document is in the reader’s language while they are shown. */
export function TranslatedPages({ children }: { children: ReactNode }) {
  const language = useChosenLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = 'en'
    }
  }, [language])
  return <SpokenHere value={language}>{children}</SpokenHere>
}

/** Around a translated part of a page that is in English otherwise: it says so to who has it read aloud. */
export function TranslatedPart({ children }: { children: ReactNode }) {
  const language = useChosenLanguage()
  return (
    <SpokenHere value={language}>
      <div lang={language}>{children}</div>
    </SpokenHere>
  )
}
