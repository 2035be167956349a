import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useWords } from './language.ts'
import { isLanguage, LANGUAGES } from './languages.ts'
import { ownLanguageQuery, useChooseLanguage } from './own-language.ts'

/** One's own language, kept with the account. */
export function LanguageSetting() {
  const { t } = useWords('common')
  const setting = useQuery(ownLanguageQuery)
  const choose = useChooseLanguage()
  return (
    <>
      <ErrorAlert error={setting.error ?? choose.error} />
      <NativeSelect
        label={t('language')}
        description={t('languageHint')}
        maw={320}
        disabled={!setting.data || choose.isPending}
        value={setting.data?.language ?? ''}
        onChange={({ currentTarget: { value } }) => choose.mutate(isLanguage(value) ? value : null)}
        data={[
          { value: '', label: t('asBrowser') },
          ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
        ]}
      />
    </>
  )
}
