import { Alert } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { mineQuery } from '../../signatures/queries.ts'
import { RequestList } from '../../signatures/view/RequestList.tsx'

/** For the page of a document: that one is asked to sign it, or has, with the way there; else nothing. */
export function SignLink({ documentId }: { documentId: string }) {
  const mine =
    useQuery(mineQuery('portal', true)).data?.items.filter((r) => r.documentId === documentId) ?? []
  if (mine.length === 0) return null
  return (
    <Alert icon={<IconSignature size={18} />} mb="md">
      <Suspense>
        <RequestList items={mine} side="portal" />
      </Suspense>
    </Alert>
  )
}
