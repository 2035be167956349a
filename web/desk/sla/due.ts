/** What clocks say, in a technician's words. */

export type ClockState = 'none' | 'running' | 'paused' | 'met' | 'breached' | 'stopped'

/** The clocks of a ticket as lists have them. */
export interface Clocks {
  nextDueAt: string | null
  nextWarnAt: string | null
  responseState: ClockState
  resolutionState: ClockState
}

export interface Due {
  text: string
  tone: 'late' | 'near' | 'calm' | 'quiet'
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `40 min`, `3 h`, `2 d`: as long as fits a badge. */
export function span(ms: number): string {
  const length = Math.abs(ms)
  if (length < MINUTE) return 'a minute'
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`
  if (length < 2 * DAY) return `${Math.floor(length / HOUR)} h`
  return `${Math.floor(length / DAY)} d`
}

/** What a list says of a ticket's clocks: nothing where there is nothing to do or to know. */
export function dueOf(clocks: Clocks | null, now: number): Due | undefined {
  if (!clocks) return undefined
  const states = [clocks.responseState, clocks.resolutionState]
  if (!clocks.nextDueAt) {
    if (states.includes('paused')) return { text: 'Paused', tone: 'quiet' }
    if (states.includes('breached')) return { text: 'Missed', tone: 'quiet' }
    return undefined
  }
  const left = Date.parse(clocks.nextDueAt) - now
  if (left <= 0) return { text: `Late by ${span(left)}`, tone: 'late' }
  const warned = clocks.nextWarnAt !== null && Date.parse(clocks.nextWarnAt) <= now
  return { text: `Due in ${span(left)}`, tone: warned || left < HOUR ? 'near' : 'calm' }
}

/** `1 h 20 min`, of open time: days are not the same length everywhere, so there are none. */
export function openTime(minutes: number): string {
  const length = Math.abs(minutes)
  const [hours, rest] = [Math.floor(length / 60), length % 60]
  return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(' ')
}
