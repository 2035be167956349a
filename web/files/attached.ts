/** A file that goes with something, as far as its reader may know it. */
export interface Attached {
  id: string
  /** Null where it is gone. */
  name: string | null
  size: number
  state: 'uploading' | 'unread' | 'open' | 'infected' | 'gone'
}
