import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Section } from '../ui/Section.tsx'
import { mineQuery } from './queries.ts'
import { RequestList } from './view/RequestList.tsx'

/** On the start page of staff: what waits for one's signature; nothing where there is nothing. */
export function ToSign() {
  const items = useQuery(mineQuery('staff')).data?.items.filter((r) => r.mine?.turn) ?? []
  if (items.length === 0) return null
  return (
    <Section title="To sign" description="These wait for your signature.">
      <Suspense>
        <RequestList items={items.slice(0, 5)} side="staff" />
      </Suspense>
    </Section>
  )
}
