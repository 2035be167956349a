import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react'
import { useWords } from '../../i18n/language.ts'

export type Score = 1 | 2 | 3

/** From good to bad, as they are offered. */
export const SCORES = [
  { score: 3, label: 'Good', color: 'green', Icon: IconMoodSmile },
  { score: 2, label: 'Neither', color: 'gray', Icon: IconMoodEmpty },
  { score: 1, label: 'Bad', color: 'red', Icon: IconMoodSad },
] as const

export const scoreOf = (score: Score) => SCORES.find((s) => s.score === score)!

/** What they are called where requesters read them. */
export function useScoreWords(): Record<Score, string> {
  const { t } = useWords('rating')
  return { 3: t('good'), 2: t('neither'), 1: t('bad') }
}
