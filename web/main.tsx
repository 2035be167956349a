import './routing/static-data.ts'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './theme/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { warmPortal } from './portal/warm.ts'
import { reloadOnNewVersion } from './routing/new-version.ts'
import { router } from './routing/router.ts'
import { followScreens } from './routing/screens.ts'
import { inPortal } from './session/safe-next.ts'
import { Boundary } from './shell/Boundary.tsx'
import { keepAppFiles } from './shell/service-worker.ts'
import { cssVariables } from './theme/css-variables.ts'
import { theme } from './theme/theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'wk-color-scheme' })

if (inPortal(location.pathname)) warmPortal(location.pathname)
reloadOnNewVersion()
keepAppFiles()
followScreens(router)

createRoot(document.getElementById('root')!).render(
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
)
