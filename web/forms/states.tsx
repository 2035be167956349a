import { Badge } from '@mantine/core'
import type { FormLine, ResponseLine } from './queries.ts'

const FORM = {
  draft: { label: 'Draft', color: 'gray' },
  published: { label: 'Published', color: 'green' },
  withdrawn: { label: 'Withdrawn', color: 'amber' },
} as const
const RESPONSE = {
  asked: { label: 'Sent', color: 'blue' },
  draft: { label: 'Begun', color: 'amber' },
  submitted: { label: 'Handed in', color: 'green' },
  withdrawn: { label: 'Taken back', color: 'gray' },
} as const

export const FormState = ({ state }: { state: FormLine['state'] }) => (
  <Badge color={FORM[state].color} variant="light">
    {FORM[state].label}
  </Badge>
)
export const ResponseState = ({ state }: { state: ResponseLine['state'] }) => (
  <Badge color={RESPONSE[state].color} variant="light">
    {RESPONSE[state].label}
  </Badge>
)
