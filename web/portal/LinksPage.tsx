import { useWords } from '../i18n/language.ts'
import { LinkGroups } from '../resources/links/LinkGroups.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** The links that are meant for a person of the portal. */
export function LinksPage() {
  const { t } = useWords('reader')
  return (
    <>
      <PageHeader title={t('links.title')} description={t('links.hint')} />
      <LinkGroups />
    </>
  )
}
