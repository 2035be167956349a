import '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /**
     * The title in the browser's tab, and so in its history on the disk: never anything about a client.
     * `Client`, not a name.
     */
    title?: string
    /** The permission without which the page says that it is not for this person. */
    needs?: string
  }
  interface Register {
    router: typeof import('./router.ts').router
  }
}
