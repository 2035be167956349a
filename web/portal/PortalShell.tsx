import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { TranslatedPages } from '../i18n/Translated.tsx'
import { SessionWatch } from '../session/SessionWatch.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { PortalFrame } from './PortalFrame.tsx'
import { PortalSkeleton } from './PortalSkeleton.tsx'

/** What surrounds the portal's pages within the app. */
export function PortalShell() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <TranslatedPages>
      <Suspense fallback={<PortalSkeleton />}>
        <PortalFrame path={path} menu={<AccountMenu />}>
          <Outlet />
        </PortalFrame>
        <SessionWatch />
      </Suspense>
    </TranslatedPages>
  )
}
