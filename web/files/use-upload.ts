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

/** A file that did not go, and why; undefined where somebody stopped it, or it never had its turn. */
export interface Failed {
  file: File
  error: unknown
}

/** Trying this file again would get the same answer. */
export const isRefused = (error: unknown) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 409

/**
 * Sends files one after the other; `onDone` hears of each that is whole. One that is refused holds up none of the others.
 * Leaving the page stops it.
 */
export function useUpload(
  target?: Target,
  onDone?: (file: { id: string; name: string; size: number }) => void,
) {
  const [sending, setSending] = useState<Sending>()
  const [failed, setFailed] = useState<readonly Failed[]>([])
  const stop = useRef<AbortController>(undefined)
  // Of each file, so that another try goes on where the first broke off, and makes no second file.
  const keys = useRef(new WeakMap<File, string>())
  useEffect(() => () => stop.current?.abort(), [])
  useLeaveWarning(sending !== undefined)
  const keyOf = (file: File) => {
    const key = keys.current.get(file) ?? crypto.randomUUID()
    keys.current.set(file, key)
    return key
  }
  /** Answers what did not go. `to`: where the target was not known before. */
  const take = async (
    files: readonly File[],
    to: Target | undefined = target,
  ): Promise<readonly Failed[]> => {
    if (files.length === 0 || stop.current || !to) return []
    const control = new AbortController()
    stop.current = control
    const missed: Failed[] = []
    setFailed([])
    try {
      for (const [i, file] of files.entries()) {
        const show = (p: Progress) => setSending({ name: file.name, n: i + 1, of: files.length, ...p })
        show({ sent: 0, total: file.size, waiting: false })
        try {
          const id = await uploadFile(to, file, control.signal, show, keyOf(file))
          onDone?.({ id, name: file.name, size: file.size })
        } catch (failure) {
          missed.push({ file, error: control.signal.aborted ? undefined : failure })
          if (isRefused(failure)) continue
          missed.push(...files.slice(i + 1).map((rest) => ({ file: rest, error: undefined })))
          break
        }
      }
    } finally {
      stop.current = undefined
      setSending(undefined)
      setFailed(missed)
      void filesChanged()
    }
    return missed
  }
  const again = failed.filter((f) => !isRefused(f.error)).map((f) => f.file)
  const error = failed.find((f) => f.error !== undefined)?.error
  return {
    sending,
    failed,
    /** What the first of them came to. */
    error,
    take,
    stop: () => stop.current?.abort(),
    /** How many another try may bring through; what somebody stopped is not asked about. */
    left: error === undefined ? 0 : again.length,
    goOn: () => void take(again),
  }
}
