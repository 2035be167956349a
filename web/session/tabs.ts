/** What tabs of one browser tell each other: never who, only that. */
export type TabMessage = 'signed-in' | 'signed-out' | 'extended'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('wellkeep-session')

export const tellTabs = (message: TabMessage): void => channel?.postMessage(message)

/** Calls back on each message of another tab; returns how to stop. */
export function onTabMessage(listener: (message: TabMessage) => void): () => void {
  const handle = (event: MessageEvent<TabMessage>) => listener(event.data)
  channel?.addEventListener('message', handle)
  return () => channel?.removeEventListener('message', handle)
}
