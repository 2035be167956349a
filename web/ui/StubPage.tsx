import { IconHammer } from '@tabler/icons-react'
import { useMatches } from '@tanstack/react-router'
import { EmptyState } from './EmptyState.tsx'
import { PageHeader } from './PageHeader.tsx'

/** A page that is yet to come. */
export function StubPage() {
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title })
  return (
    <>
      <PageHeader title={title ?? 'Page'} />
      <EmptyState icon={IconHammer} title="This page is being built" />
    </>
  )
}
