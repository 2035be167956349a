import { useHotkeys } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useOwnLanguage } from '../i18n/own-language.ts'
import { useOwnDevice } from '../push/use-own-device.ts'
import { SessionWatch } from '../session/SessionWatch.tsx'
import { Shortcuts } from '../ui/shortcuts/Shortcuts.tsx'
import { NavShortcuts } from './NavShortcuts.tsx'
import { PageGate } from './PageGate.tsx'
import { PhoneBars } from './PhoneBars.tsx'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'
import { useLiveUpdates } from './use-live-updates.ts'

const Palette = lazy(() => import('./palette/Palette.tsx'))

/** What surrounds every page behind the sign-in. */
export function Shell() {
  // Counts the requests to open, so that the palette's code comes with the first of them.
  const [asked, setAsked] = useState(0)
  const openPalette = () => setAsked((n) => n + 1)
  useHotkeys([['mod+k', openPalette]], [], true)
  useLiveUpdates()
  useOwnDevice()
  useOwnLanguage()
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <Sidebar onSearch={openPalette} />
      <PhoneBars onSearch={openPalette} />
      <main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.inner}>
          <PageGate>
            <Outlet />
          </PageGate>
        </div>
      </main>
      <NavShortcuts onSearch={openPalette} />
      <Shortcuts />
      <SessionWatch />
      {asked > 0 && (
        <Suspense>
          <Palette asked={asked} />
        </Suspense>
      )}
    </div>
  )
}
