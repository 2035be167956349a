import { ApiProblem } from '../api/problem.ts'
import { i18n } from './i18n.ts'
import { useLanguage, useWords } from './language.ts'

export interface ProblemWords {
  title: string
  detail: string | undefined
  tryAgain: string
  reference(id: string): string
}

/**
 * An error in the reader’s language. The server says in English what it refuses: that stands where pages are in
 * English, or where a catalogue has nothing better.
 */
export function useProblemWords(error: unknown): ProblemWords {
  const language = useLanguage()
  const { t } = useWords('common')
  const said = (part: 'title' | 'detail', slug: string): string | undefined => {
    const key = `problems.${slug}.${part}`
    return i18n.exists(key, { lng: language, ns: 'common' }) ? (t as (k: string) => string)(key) : undefined
  }
  const common = { tryAgain: t('tryAgain'), reference: (id: string) => t('problem.reference', { id }) }
  if (!(error instanceof ApiProblem))
    return { title: t('problem.page'), detail: t('problem.pageHint'), ...common }
  const { title, detail, slug } = error
  const translated = language === 'en' ? undefined : said('title', slug)
  return translated === undefined
    ? { title, detail, ...common }
    : { title: translated, detail: said('detail', slug) || undefined, ...common }
}
