import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react'

export type Score = 1 | 2 | 3

/** From good to bad, as they are offered. */
export const SCORES = [
  { score: 3, word: 'good', label: 'Good', color: 'green', Icon: IconMoodSmile },
  { score: 2, word: 'neither', label: 'Neither', color: 'gray', Icon: IconMoodEmpty },
  { score: 1, word: 'bad', label: 'Bad', color: 'red', Icon: IconMoodSad },
] as const

export const scoreOf = (score: Score) => SCORES.find((s) => s.score === score)!
