import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import { mineQuery } from '../../signatures/queries.ts'
import { RequestList } from '../../signatures/view/RequestList.tsx'
import { Card } from '../Card.tsx'

/** On the portal's start page: what waits for one's signature; nothing where there is nothing. */
export function ToSignCard() {
  const { t } = useWords('signatures')
  const items = useQuery(mineQuery('portal')).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card
      title={t('list.title')}
      action={
        <Button component={Link} to="/portal/signatures" variant="light">
          {t('list.all')}
        </Button>
      }
    >
      <RequestList items={items.slice(0, 3)} side="portal" />
    </Card>
  )
}
