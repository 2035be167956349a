import { Button, Group, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '../../api/problem.ts'
import type { Draft } from './drafts.ts'
import { mailQuery } from './mail.ts'

interface Props {
  ticketId: string
  draft: Draft
  error: unknown
  onChange: (part: Partial<Draft>) => void
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Who else gets the reply. Nobody does unless somebody says so here: an answer may tell more than the others should know. */
export function CopyFields({ ticketId, draft, error, onChange }: Props) {
  const others = useQuery(mailQuery(ticketId)).data?.participants ?? []
  const [asked, setAsked] = useState(false)
  const missing = others.filter((p) => !draft.cc.includes(p.email))
  const names = new Map(others.map((p) => [p.email, p.name]))
  if (!asked && !draft.cc.length && !draft.bcc.length)
    return (
      <Group gap={4}>
        {missing.length > 0 && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => onChange({ cc: missing.map((p) => p.email) })}
          >
            Reply to all ({missing.length + 1})
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsked(true)}>
          Add a copy
        </Button>
      </Group>
    )
  const errors = fieldErrors(error)
  const field = (kind: 'cc' | 'bcc', label: string, description?: string) => (
    <TagsInput
      size="sm"
      label={label}
      description={description}
      data={others.map((p) => p.email)}
      renderOption={({ option }) => (
        <span>{names.get(option.value) ? `${names.get(option.value)} <${option.value}>` : option.value}</span>
      )}
      inputMode="email"
      maxTags={30}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      value={draft[kind]}
      error={errors[kind] ?? wrongIn(draft[kind])}
      onChange={(addresses) => onChange({ [kind]: addresses.map((a) => a.trim()) })}
    />
  )
  return (
    <>
      {field('cc', 'Copy to')}
      {field('bcc', 'Blind copy to', 'Nobody else sees these.')}
    </>
  )
}

function wrongIn(addresses: string[]): string | undefined {
  const wrong = addresses.filter((a) => !ADDRESS.test(a))
  return wrong.length ? `${wrong.join(', ')} is no e-mail address` : undefined
}
