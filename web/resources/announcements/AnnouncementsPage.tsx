import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import { TranslatedPart } from '../../i18n/Translated.tsx'
import { useMay } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AnnouncementList } from './AnnouncementList.tsx'

/** What the organization announces to whoever is here. */
export function AnnouncementsPage() {
  return (
    <TranslatedPart>
      <Page />
    </TranslatedPart>
  )
}

function Page() {
  const { t } = useWords('reader')
  const may = useMay()
  return (
    <>
      <PageHeader
        title={t('announcements.title')}
        description={t('announcements.hint')}
        actions={
          may('announcements:manage') && (
            <Button
              component={Link}
              to="/announcements/manage"
              variant="default"
              leftSection={<IconPencil size={17} />}
              lang="en"
            >
              Manage
            </Button>
          )
        }
      />
      <AnnouncementList />
    </>
  )
}
