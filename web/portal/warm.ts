/**
 * The portal's code and words, asked for by the first script that runs: on a slow line each step that waits for the one
 * before costs a journey there and back, and who is signed in is asked meanwhile.
 */
export function warmPortal(path: string): void {
  void import('./PortalShell.tsx')
  void import('../i18n/i18n.ts').then(({ i18n }) => i18n.loadNamespaces(['portal']))
  if (path === '/portal') void import('./HomePage.tsx')
}
