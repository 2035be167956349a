import { Outlet } from '@tanstack/react-router'
import { OfflineBanner } from './OfflineBanner.tsx'

export function Root() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  )
}
