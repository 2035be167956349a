import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ApiProblem } from '../api/problem.ts'
import { useProblemWords } from '../i18n/problem-words.ts'

interface Props {
  error: unknown
  /** Fields that show their own message, so that it is not said twice. */
  shownFields?: readonly string[]
  onRetry?: () => void
}

/** Whether asking again may get another answer: a refusal stays one. */
const mayPass = (problem: ApiProblem | undefined): boolean =>
  !problem ||
  problem.status === 0 ||
  problem.status === 408 ||
  problem.status === 429 ||
  problem.status >= 500

/** What the server refused and why, in words; nothing where there is no error. */
export function ErrorAlert({ error, shownFields = [], onRetry }: Props) {
  const words = useProblemWords(error)
  if (!error) return null
  const problem = error instanceof ApiProblem ? error : undefined
  const rest = problem?.errors.filter((e) => !shownFields.includes(e.field)) ?? []
  // All of it stands at the fields already.
  if (problem && problem.errors.length > 0 && rest.length === 0 && !problem.detail) return null
  const reference =
    typeof problem?.extra.instance === 'string' ? problem.extra.instance.replace('urn:uuid:', '') : ''
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={words.title} role="alert">
      <Stack gap="xs" align="flex-start">
        {words.detail && <Text size="sm">{words.detail}</Text>}
        {rest.length > 0 && (
          <List size="sm">
            {rest.map((e) => (
              <List.Item key={`${e.field} ${e.message}`}>
                <b>{e.field}</b> {e.message}
              </List.Item>
            ))}
          </List>
        )}
        {problem && problem.status >= 500 && reference && <Text size="xs">{words.reference(reference)}</Text>}
        {onRetry && mayPass(problem) && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
