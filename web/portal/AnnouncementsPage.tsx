import { useWords } from '../i18n/language.ts'
import { AnnouncementList } from '../resources/announcements/AnnouncementList.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** What is announced to a person of the portal. */
export function AnnouncementsPage() {
  const { t } = useWords('reader')
  return (
    <>
      <PageHeader title={t('announcements.title')} description={t('announcements.hint')} />
      <AnnouncementList />
    </>
  )
}
