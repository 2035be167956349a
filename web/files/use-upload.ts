import { useEffect, useRef, useState } from 'react'
import { filesChanged } from './queries.ts'
import { type Progress, type Target, uploadFile } from './upload.ts'

export interface Sending extends Progress {
  name: string
}

/** Sends files one after the other; `onDone` hears of each that is whole. Leaving the page stops it. */
export function useUpload(target: Target, onDone?: (file: { id: string; name: string }) => void) {
  const [sending, setSending] = useState<Sending>()
  const [error, setError] = useState<unknown>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const take = async (files: File[]) => {
    if (files.length === 0 || sending) return
    const control = new AbortController()
    stop.current = control
    setError(undefined)
    try {
      for (const file of files) {
        const show = (p: Progress) => setSending({ name: file.name, ...p })
        show({ sent: 0, total: file.size, waiting: false })
        const id = await uploadFile(target, file, control.signal, show)
        onDone?.({ id, name: file.name })
      }
    } catch (failure) {
      if (!control.signal.aborted) setError(failure)
    } finally {
      setSending(undefined)
      void filesChanged()
    }
  }
  return { sending, error, take, stop: () => stop.current?.abort() }
}
