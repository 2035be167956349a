/** What tabs of one browser tell each other: never who, only that. */
export type TabMessage = 'signed-in' | 'signed-out' | 'extended'

// The server, which draws a page too, has no tabs.
const channel = globalThis.document && new BroadcastChannel('wellkeep-session')

export const tellTabs = (message: TabMessage): void => channel?.postMessage(message)

/** Calls back on each message of another tab; returns how to stop. */
export function onTabMessage(listener: (message: TabMessage) => void): () => void {
  const handle = (event: MessageEvent<TabMessage>) => listener(event.data)
  channel?.addEventListener('message', handle)
  return () => channel?.removeEventListener('message', handle)
}
