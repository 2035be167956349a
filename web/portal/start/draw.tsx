import { QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { i18n } from '../../i18n/i18n.ts'
import { LANGUAGES, type Language } from '../../i18n/languages.ts'
import { HOME_WORDS } from '../home-words.ts'
import { clockOf, fill, type Given } from './given.ts'
import { StartPage } from './StartPage.tsx'

await i18n.loadNamespaces([...HOME_WORDS, 'common'])
await i18n.loadLanguages(Object.keys(LANGUAGES))

const nothing = () => {}

/**
 * The start page as HTML, out of the server’s own answers to one person: what the browser shows before it has run any code.
 * What it is drawn from lives as long as this call.
 */
export function draw(given: Given, language: Language): string {
  const queries = new QueryClient()
  try {
    fill(queries, given)
    return renderToString(
      <StartPage
        queries={queries}
        language={language}
        clock={clockOf(given)}
        ahead={nothing}
        enter={nothing}
        openMenu={nothing}
        ready={nothing}
      />,
    )
  } finally {
    queries.clear()
  }
}
