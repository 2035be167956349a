import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { SpokenHere } from '../../i18n/language.ts'
import type { Language } from '../../i18n/languages.ts'
import { TranslatedPages } from '../../i18n/Translated.tsx'
import { useSessionPhase } from '../../session/use-session-phase.ts'
import { OfflineBanner } from '../../shell/OfflineBanner.tsx'
import { DrawnBy, type ServersClock } from '../../ui/drawn.ts'
import { Home } from '../Home.tsx'
import { MeButton } from '../MeButton.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

interface Props {
  queries: QueryClient
  language: Language
  clock: ServersClock
  /** Has the app’s code come. */
  ahead: () => void
  /** Goes on in the app. */
  enter: () => void
  openMenu: () => void
  /** Once the page answers to whoever uses it. */
  ready: () => void
}

/** The portal’s start page, as the server draws it and the browser takes it over. */
export function StartPage({ queries, language, clock, ready, ...page }: Props) {
  useEffect(ready, [ready])
  return (
    <QueryClientProvider client={queries}>
      <DrawnBy value={clock}>
        <SpokenHere value={language}>
          <Page {...page} />
        </SpokenHere>
      </DrawnBy>
    </QueryClientProvider>
  )
}

function Page({ ahead, enter, openMenu }: Pick<Props, 'ahead' | 'enter' | 'openMenu'>) {
  const phase = useSessionPhase()
  // What is to be said about the session’s end, the app says.
  useEffect(() => {
    if (phase.kind === 'warning') enter()
  }, [phase.kind, enter])
  return (
    <>
      <OfflineBanner />
      <TranslatedPages>
        <Suspense>
          <PortalFrame
            path="/portal"
            menu={<MeButton onClick={openMenu} onPointerEnter={ahead} onFocus={ahead} />}
          >
            <Home problem={() => <TellInApp enter={enter} />} />
          </PortalFrame>
        </Suspense>
      </TranslatedPages>
    </>
  )
}

/** In place of an error: the app says what it is. */
function TellInApp({ enter }: Pick<Props, 'enter'>) {
  useEffect(enter, [enter])
  return null
}
