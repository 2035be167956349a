import { useState } from 'react'
import type { Target } from './upload.ts'
import { useUpload } from './use-upload.ts'

const sameFile = (a: File, b: File) =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified

/**
 * Files that are chosen while something is written that does not exist yet: they go once it does. What was made stays made
 * when a file does not go; then `stuck` tells which, and `again` tries those.
 */
export function useLaterFiles(most = 10) {
  const [chosen, setChosen] = useState<readonly File[]>([])
  const [made, setMade] = useState<{ target: Target; done: () => unknown }>()
  const upload = useUpload()
  const send = async (files: readonly File[], to: NonNullable<typeof made>) => {
    const missed = await upload.take(files, to.target)
    setChosen(missed.map((f) => f.file))
    if (missed.length === 0) await to.done()
  }
  return {
    chosen,
    room: most - chosen.length,
    add: (files: readonly File[]) =>
      setChosen((before) => {
        const fresh = files.filter((f, i) => ![...before, ...files.slice(0, i)].some((b) => sameFile(b, f)))
        return [...before, ...fresh].slice(0, most)
      }),
    remove: (file: File) => setChosen((before) => before.filter((f) => f !== file)),
    sending: upload.sending,
    stop: upload.stop,
    /** What did not go, of something that is made by now. */
    stuck: made && !upload.sending ? upload.failed : [],
    /** It is made: all that is left to do is to send, or to go on without. */
    made: made !== undefined,
    /** Sends what was chosen to what was just made; `done` is called once all went, or somebody goes on without. */
    sendTo: async (target: Target, done: () => unknown) => {
      const to = { target, done }
      if (chosen.length === 0) return void (await done())
      setMade(to)
      await send(chosen, to)
    },
    again: () => made && void send(chosen, made),
    /** For the next that is written in the same place. */
    reset: () => {
      setMade(undefined)
      setChosen([])
    },
    without: () => {
      upload.stop()
      void made?.done()
    },
  }
}
export type LaterFilesState = ReturnType<typeof useLaterFiles>
