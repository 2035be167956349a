/** A path of this app to go to after the sign-in, or the start: never another site, nor the pages of others. */
export function safeNext(next: string | undefined, kind: 'person' | 'service' | 'portal' = 'person'): string {
  const start = kind === 'portal' ? '/portal' : '/'
  if (!next || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return start
  return inPortal(next) === (kind === 'portal') ? next : start
}

/** Whether a path is one of the portal's. */
export const inPortal = (path: string): boolean => path === '/portal' || path.startsWith('/portal/')
