import { NativeSelect } from '@mantine/core'
import { chooseHere } from './chosen.ts'
import { speak, useLanguage, useWords } from './language.ts'
import { isLanguage, LANGUAGES } from './languages.ts'

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

/** Chooses the language on this device, for who has not signed in yet. */
export function LanguageSwitch() {
  const { t } = useWords('common')
  const language = useLanguage()
  return (
    <NativeSelect
      aria-label={t('language')}
      data={CHOICES}
      value={language}
      onChange={({ currentTarget: { value } }) => {
        if (!isLanguage(value)) return
        chooseHere(value)
        void speak(value)
      }}
    />
  )
}
