import './routing/static-data.ts'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './theme/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/base.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import type { Root } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { router } from './routing/router.ts'
import { followScreens } from './routing/screens.ts'
import { Boundary } from './shell/Boundary.tsx'
import { cssVariables } from './theme/css-variables.ts'
import { theme } from './theme/theme.ts'
import { followLinks } from './ui/plain/follow-links.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'wk-color-scheme' })

/** Shows the app. Where something is on screen already, the app takes its place once its own page is ready. */
export async function showApp(root: Root, inPlaceOfAnother = false): Promise<void> {
  followScreens(router)
  followLinks(
    (to) => void router.navigate({ to }),
    (to) => void router.preloadRoute({ to }).catch(() => {}),
  )
  if (inPlaceOfAnother) await router.load()
  startTransition(() =>
    root.render(
      <StrictMode>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          colorSchemeManager={colorScheme}
        >
          <Boundary>
            <QueryClientProvider client={queryClient}>
              <Notifications position="bottom-right" autoClose={6000} limit={4} />
              <RouterProvider router={router} />
            </QueryClientProvider>
          </Boundary>
        </MantineProvider>
      </StrictMode>,
    ),
  )
}
