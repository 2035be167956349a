import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { useLeaveWarning } from '../ui/use-leave-warning.ts'
import { filesChanged } from './queries.ts'
import { type Progress, type Target, uploadFile } from './upload.ts'

export interface Sending extends Progress {
  name: string
  /** Which of how many files. */
  n: number
  of: number
}

/** Trying this file again would get the same answer. */
const refused = (error: unknown) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 409

/** Sends files one after the other; `onDone` hears of each that is whole. Leaving the page stops it. */
export function useUpload(
  target: Target,
  onDone?: (file: { id: string; name: string; size: number }) => void,
) {
  const [sending, setSending] = useState<Sending>()
  const [error, setError] = useState<unknown>()
  /** What was not sent, for another try. */
  const [left, setLeft] = useState<File[]>([])
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  useLeaveWarning(sending !== undefined)
  const take = async (files: File[]) => {
    if (files.length === 0 || sending) return
    const control = new AbortController()
    stop.current = control
    setError(undefined)
    setLeft([])
    let done = 0
    try {
      for (const file of files) {
        const show = (p: Progress) => setSending({ name: file.name, n: done + 1, of: files.length, ...p })
        show({ sent: 0, total: file.size, waiting: false })
        const id = await uploadFile(target, file, control.signal, show)
        done++
        onDone?.({ id, name: file.name, size: file.size })
      }
    } catch (failure) {
      if (!control.signal.aborted) {
        setError(failure)
        setLeft(files.slice(refused(failure) ? done + 1 : done))
      }
    } finally {
      setSending(undefined)
      void filesChanged()
    }
  }
  return {
    sending,
    error,
    take,
    stop: () => stop.current?.abort(),
    left: left.length,
    goOn: () => void take(left),
  }
}
