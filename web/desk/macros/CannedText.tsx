import { Button, Group, SegmentedControl, Text, Textarea, type TextareaProps } from '@mantine/core'
import { useRef } from 'react'
import { PLACEHOLDERS, withPlaceholder } from './form.ts'

const KINDS = [
  { value: 'public', label: 'Reply to requester' },
  { value: 'internal', label: 'Internal note' },
]

interface Props {
  label: string
  /** As the form binds the text. */
  text: TextareaProps & { value?: string }
  onText: (text: string) => void
  /** As the form binds what it becomes. */
  kind: object
  /** Nobody uses it, so that nobody’s name can stand in it. */
  byNobody?: boolean
}

/** A text that is filled in for each ticket, and what it becomes there. */
export function CannedText({ label, text, onText, kind, byNobody }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const put = (name: string) => {
    const old = text.value ?? ''
    onText(withPlaceholder(old, box.current?.selectionStart ?? old.length, name))
    box.current?.focus()
  }
  return (
    <>
      <Textarea ref={box} label={label} minRows={5} maxRows={14} maxLength={20_000} {...text} />
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          Filled in for each ticket. {'{{requester.name|there}}'} says “there” when there is no name.
        </Text>
        <Group gap={6} role="group" aria-label="Put in">
          {PLACEHOLDERS.filter(([name]) => !(byNobody && name === 'agent.name')).map(([name, about]) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              title={`{{${name}}}`}
              onClick={() => put(name)}
            >
              {about}
            </Button>
          ))}
        </Group>
      </div>
      <SegmentedControl aria-label="What the text becomes" data={KINDS} {...kind} />
    </>
  )
}
