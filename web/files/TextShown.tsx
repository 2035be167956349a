import { Skeleton, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './TextShown.module.css'

interface Props {
  text: UseQueryResult<{ text: string; whole: boolean }>
  /** Said below the beginning of a long one. */
  begins: string
  /** It stands in something that scrolls already. */
  within?: boolean
}

/** The text of a file, as the server read it out. */
export function TextShown({ text, begins, within = false }: Props) {
  if (text.error) return <ErrorAlert error={text.error} onRetry={() => void text.refetch()} />
  if (!text.data) return <Skeleton h={300} />
  return (
    <>
      {/* What scrolls by itself, the keyboard must reach. */}
      <pre className={classes.text} {...(!within && { 'data-scrolls': true, tabIndex: 0 })}>
        {text.data.text}
      </pre>
      {!text.data.whole && (
        <Text size="sm" c="dimmed" mt="sm">
          {begins}
        </Text>
      )}
    </>
  )
}
