import { IconLock } from '@tabler/icons-react'
import { useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** Keeps a page from those it is not for. The server refuses them anyway; this says so without asking it. */
export function PageGate({ children }: { children: ReactNode }) {
  const may = useMay()
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData })
  if (!page?.needs || may(page.needs)) return children
  return (
    <>
      <PageHeader title={page.title ?? 'Not for you'} />
      <EmptyState icon={IconLock} title="Your roles do not open this page">
        It needs the permission <b>{page.needs}</b>. Whoever looks after users in your organization can give
        it to you.
      </EmptyState>
    </>
  )
}
