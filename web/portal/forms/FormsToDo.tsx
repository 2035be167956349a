import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/language.ts'
import { Card } from '../Card.tsx'
import { FormList } from './FormList.tsx'
import { openFormsQuery } from './queries.ts'

/** On the start page: what is to be filled in, where there is anything. */
export function FormsToDo() {
  const { t } = useWords('forms')
  const open = useQuery(openFormsQuery)
  if (!open.data?.items.length) return null
  return (
    <Card title={t('toDo')}>
      <FormList items={open.data.items.slice(0, 5)} />
    </Card>
  )
}
