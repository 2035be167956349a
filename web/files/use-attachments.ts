import { useState } from 'react'
import type { Attached } from './attached.ts'

/** As many go with one message. */
const MOST = 10

/** Files that were put here and are not sent yet. */
export function useAttachments() {
  const [files, setFiles] = useState<readonly Attached[]>([])
  return {
    files,
    ids: files.map((f) => f.id),
    room: MOST - files.length,
    add: (file: { id: string; name: string; size: number }) =>
      setFiles((before) => [...before, { ...file, state: 'unread' as const }]),
    remove: (id: string) => setFiles((before) => before.filter((f) => f.id !== id)),
    clear: () => setFiles([]),
  }
}
