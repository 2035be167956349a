import { createRoot } from 'react-dom/client'
import { showApp } from './app.tsx'
import { warmPortal } from './portal/warm.ts'
import { reloadOnNewVersion } from './routing/new-version.ts'
import { inPortal } from './session/safe-next.ts'
import { keepAppFiles } from './shell/service-worker.ts'

if (inPortal(location.pathname)) warmPortal(location.pathname)
reloadOnNewVersion()
keepAppFiles()
void showApp(createRoot(document.getElementById('root')!))
