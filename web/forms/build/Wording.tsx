import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Words } from '../../../forms/index.ts'

interface InputProps {
  label: string
  value: string
  required?: boolean
  lang?: string
  onChange: (event: { currentTarget: { value: string } }) => void
}
interface Props {
  label: string
  value: Words | undefined
  onChange: (words: Words | undefined) => void
  input: (props: InputProps) => ReactNode
  required?: boolean
}

/** Words in English and, where somebody writes them, in Spanish. */
export function Wording({ label, value, onChange, input, required = false }: Props) {
  const put = (next: { en: string; es: string }) =>
    onChange(!next.en && !next.es ? undefined : { en: next.en, ...(next.es && { es: next.es }) })
  const { en = '', es = '' } = value ?? {}
  return (
    <Stack gap="xs">
      {input({ label, value: en, required, onChange: (e) => put({ en: e.currentTarget.value, es }) })}
      {input({
        label: `${label.replace(' (optional)', '')} in Spanish (optional)`,
        value: es,
        lang: 'es',
        onChange: (e) => put({ en, es: e.currentTarget.value }),
      })}
    </Stack>
  )
}
