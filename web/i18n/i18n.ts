import { type BackendModule, createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { startingLanguage } from './chosen.ts'
import common from './en/common.ts'
import { LANGUAGES } from './languages.ts'

type Catalogue = { default: object }
const catalogues = import.meta.glob<Catalogue>(['./en/*.ts', './es/*.ts'])

/** Loads a catalogue when a page wants it: one language, and of that what is on screen. */
const lazily: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = catalogues[`./${language}/${namespace}.ts`]
    if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), false)
    load().then(
      (catalogue) => done(null, catalogue.default as never),
      (error: Error) => done(error, true),
    )
  },
}

/** What pages for readers are written in. Staff’s own pages are in English so far, and don’t ask it. */
export const i18n = createInstance()
void i18n
  .use(lazily)
  .use(initReactI18next)
  .init({
    lng: startingLanguage(),
    // Catalogues have the same keys, which a test holds: there is nothing to fall back to.
    fallbackLng: false,
    supportedLngs: Object.keys(LANGUAGES),
    ns: [],
    // Every page may have to say that something went wrong, also when nothing more can be loaded.
    resources: { en: { common } },
    partialBundledLanguages: true,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  })
