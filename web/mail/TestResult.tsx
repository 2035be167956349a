import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { codeText } from './words.ts'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: what was tried does not matter
  test: UseMutationResult<{ ok: boolean; code: string | null }, Error, any>
  good: string
  bad: string
}

/** What came of trying a mail server. */
export function TestResult({ test, good, bad }: Props) {
  if (test.error) return <ErrorAlert error={test.error} />
  if (!test.data) return null
  return test.data.ok ? (
    <Alert color="green" my="sm" icon={<IconCheck size={18} />} role="status">
      {good}
    </Alert>
  ) : (
    <Alert color="red" my="sm" icon={<IconAlertTriangle size={18} />} role="alert" title={bad}>
      {codeText(test.data.code ?? 'UNKNOWN')}
    </Alert>
  )
}
