import { Suspense, useEffect } from 'react'
import { TranslatedPages } from '../../i18n/Translated.tsx'
import { useSessionPhase } from '../../session/use-session-phase.ts'
import { OfflineBanner } from '../../shell/OfflineBanner.tsx'
import { Home } from '../Home.tsx'
import { MeButton } from '../MeButton.tsx'
import { wantMenu } from '../menu-wanted.ts'
import { PortalFrame } from '../PortalFrame.tsx'
import { enterApp, loadApp } from './enter.ts'

const ahead = () => void loadApp().catch(() => {})

function openMenu(): void {
  wantMenu()
  void enterApp()
}

export function StartPage() {
  const phase = useSessionPhase()
  // What is to be said about the session’s end, the app says.
  useEffect(() => {
    if (phase.kind === 'warning') void enterApp()
  }, [phase.kind])
  return (
    <>
      <OfflineBanner />
      <TranslatedPages>
        <Suspense>
          <PortalFrame
            path="/portal"
            menu={<MeButton onClick={openMenu} onPointerEnter={ahead} onFocus={ahead} />}
          >
            <Home problem={() => <TellInApp />} />
          </PortalFrame>
        </Suspense>
      </TranslatedPages>
    </>
  )
}

/** In place of an error: the app says what it is. */
function TellInApp() {
  useEffect(() => void enterApp(), [])
  return null
}
