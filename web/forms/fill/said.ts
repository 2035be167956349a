import type { Answer, Field } from '../../../forms/index.ts'
import type { Attached } from '../../files/attached.ts'
import type { Target } from '../../files/upload.ts'
import type { Fault } from './faults.ts'

export interface Uploads {
  target: Target
  /** Under which path of the API files are read. */
  path: string
  files: readonly Attached[]
  /** A file is there, and answers this question too. */
  onAdded: (field: string, file: Attached) => void
}

export interface QuestionProps {
  field: Field
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
  fault: Fault | undefined
  uploads?: Uploads | undefined
}

/** What a question looks like where its words and its fault are known. */
export interface Said {
  label: string
  help: string | undefined
  error: string | undefined
  required: boolean
  /** By which a fault's link finds it. */
  id: string
}

/** Where a question stands in the page, for the list of what is to be looked at again. */
export const questionId = (field: string): string => `question-${field}`
