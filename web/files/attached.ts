/** A file that goes with something, as far as its reader may know it. */
export interface Attached {
  id: string
  /** Null where it is gone. */
  name: string | null
  size: number
  state: 'uploading' | 'unread' | 'open' | 'held' | 'infected' | 'gone'
}

/** Whether a file of these was not looked into yet: its state will change by itself. */
export const someUnread = (items: readonly { files: readonly Attached[] }[]): boolean =>
  items.some((m) => m.files.some((f) => f.state === 'unread' || f.state === 'uploading'))
