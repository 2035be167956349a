import { useEffect, useRef, useState } from 'react'
import type { Answer, Answers, Definition } from '../../../forms/index.ts'
import { draftFaults } from '../../../forms/index.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useLeaveWarning } from '../../ui/use-leave-warning.ts'
import { differing, merged } from './merge.ts'

/** Answers as the server has them, in a version. */
export interface Kept {
  answers: Answers
  version: number
}
interface Way {
  save: (answers: Answers, version: number) => Promise<number>
  newest: () => Promise<Kept>
}
export type DraftState = 'saved' | 'saving' | 'unsaved' | 'away' | 'refused'

/** What is typed is saved after this pause, in ms; after a failure it is tried again every few seconds. */
const PAUSE = 1200
const AGAIN = 4000

const passes = (error: unknown) => error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
const isStale = (error: unknown) => error instanceof ApiProblem && error.status === 412

/**
 * Keeps what is filled in: sealed, at the server, as one goes on. It is kept nowhere on the device: while the network is away
 * it lies in memory, and leaving the page asks first. When somebody else filled in something meanwhile, theirs is taken
 * over where one did not write oneself.
 */
export function useDraft(definition: Definition, start: Kept, shown: Answers, way: Way) {
  const [answers, setAnswers] = useState<Answers>(shown)
  const [state, setState] = useState<DraftState>('saved')
  const [meanwhile, setMeanwhile] = useState(false)
  const [error, setError] = useState<unknown>()
  const base = useRef(start)
  const sent = useRef(start.answers)
  const now = useRef(answers)
  now.current = answers
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const under = useRef<Promise<boolean>>(undefined)
  useLeaveWarning(state !== 'saved')

  /** One save after the other; answers whether all is saved. */
  const save = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (under.current) await under.current
    under.current = once()
    return under.current.finally(() => {
      under.current = undefined
    })
  }
  const once = async (): Promise<boolean> => {
    const mine = now.current
    // What is plainly no answer yet stays here until it is one.
    const bad = new Set(draftFaults(definition, mine).map((f) => f.field))
    const fine = Object.fromEntries(Object.entries(mine).filter(([id]) => !bad.has(id)))
    setState('saving')
    sent.current = fine
    try {
      const version = await way.save(fine, base.current.version)
      base.current = { answers: fine, version }
      const rest = differing(now.current, mine).length > 0 || bad.size > 0
      setState(rest ? 'unsaved' : 'saved')
      if (differing(now.current, mine).length) later(PAUSE)
      setError(undefined)
      return !rest
    } catch (failure) {
      if (isStale(failure)) return takeTheirs()
      setState(passes(failure) ? 'away' : 'refused')
      setError(passes(failure) ? undefined : failure)
      if (passes(failure)) later(AGAIN)
      return false
    }
  }
  const takeTheirs = async (): Promise<boolean> => {
    try {
      const theirs = await way.newest()
      const both = merged(base.current.answers, now.current, theirs.answers)
      // What one sent oneself, when only the answer to it got lost, is nobody else's.
      const foreign = differing(theirs.answers, sent.current).length > 0
      base.current = theirs
      now.current = both
      setAnswers(both)
      if (foreign) setMeanwhile(true)
      return once()
    } catch (failure) {
      setState(passes(failure) ? 'away' : 'refused')
      setError(passes(failure) ? undefined : failure)
      if (passes(failure)) later(AGAIN)
      return false
    }
  }
  const later = (ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), ms)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: for as long as the page is there
  useEffect(() => {
    const back = () => {
      if (differing(now.current, base.current.answers).length) void save()
    }
    addEventListener('online', back)
    return () => {
      removeEventListener('online', back)
      clearTimeout(timer.current)
    }
  }, [])

  const change = (alter: (before: Answers) => Answers) => {
    setAnswers((before) => {
      now.current = alter(before)
      return now.current
    })
    setState('unsaved')
    later(PAUSE)
  }
  const answer = (id: string, value: Answer | undefined) =>
    change(({ [id]: _, ...rest }) => (value === undefined ? rest : { ...rest, [id]: value }))
  const addFile = (id: string, file: string) =>
    change((before) => ({ ...before, [id]: [...((before[id] as string[] | undefined) ?? []), file] }))
  return { answers, answer, addFile, state, error, meanwhile, save, version: () => base.current.version }
}
