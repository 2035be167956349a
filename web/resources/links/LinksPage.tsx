import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import { TranslatedPart } from '../../i18n/Translated.tsx'
import { useMay } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { LinkGroups } from './LinkGroups.tsx'

/** The links that the organization keeps for whoever is here. */
export function LinksPage() {
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
        title={t('links.title')}
        description={t('links.hint')}
        actions={
          may('links:manage') && (
            <Button
              component={Link}
              to="/links/manage"
              variant="default"
              leftSection={<IconPencil size={17} />}
              lang="en"
            >
              Manage
            </Button>
          )
        }
      />
      <LinkGroups />
    </>
  )
}
