import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/language.ts'
import { mineQuery } from '../../signatures/queries.ts'
import { RequestList } from '../../signatures/view/RequestList.tsx'
import { Go } from '../../ui/plain/Go.tsx'
import plain from '../../ui/plain/plain.module.css'
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
        <Go to="/portal/signatures" className={plain.button}>
          {t('list.all')}
        </Go>
      }
    >
      <RequestList items={items.slice(0, 3)} side="portal" />
    </Card>
  )
}
