import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Condition, Field, Test } from '../../../forms/index.ts'

const MATCH = [
  { value: 'all', label: 'All of these' },
  { value: 'any', label: 'Any of these' },
]
const WORDS: Record<Test['is'], string> = {
  answered: 'was answered',
  'not-answered': 'was not answered',
  equals: 'is',
  'not-equals': 'is something else than',
  contains: 'contains',
}
const NEVER_COMPARED = new Set(['signature', 'file', 'address'])

/** Which tests a question takes. */
const testsOf = (field: Field | undefined): Test['is'][] => {
  if (!field || NEVER_COMPARED.has(field.kind)) return ['answered', 'not-answered']
  if (field.kind === 'choices') return ['contains', 'equals', 'answered', 'not-answered']
  if (field.kind === 'text' || field.kind === 'long-text')
    return ['equals', 'not-equals', 'contains', 'answered', 'not-answered']
  return ['equals', 'not-equals', 'answered', 'not-answered']
}
const firstValue = (field: Field): Test['value'] => {
  if (field.kind === 'yes-no') return true
  return field.options?.[0]?.id ?? (field.kind === 'number' ? 0 : '')
}
const begin = (field: Field): Test => {
  const is = testsOf(field)[0]!
  return { field: field.id, is, ...(!is.includes('answered') && { value: firstValue(field) }) }
}

interface Props {
  before: readonly Field[]
  value: Condition | undefined
  onChange: (when: Condition | undefined) => void
}

/** When a field is shown. */
export function ConditionEditor({ before, value, onChange }: Props) {
  if (!before.length && !value)
    return (
      <Text size="sm" c="dimmed">
        It is always shown: there is no question before it that a condition could ask about.
      </Text>
    )
  if (!value)
    return (
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} />}
          onClick={() => onChange({ match: 'all', tests: [begin(before.at(-1)!)] })}
        >
          Show it on a condition
        </Button>
      </Group>
    )
  const put = (tests: Test[]) => onChange(tests.length ? { ...value, tests } : undefined)
  return (
    <Fieldset legend="It is shown when" variant="unstyled">
      <Stack gap="sm">
        {value.tests.length > 1 && (
          <SegmentedControl
            aria-label="How many must hold"
            data={MATCH}
            value={value.match}
            onChange={(match) => onChange({ ...value, match: match as 'all' })}
          />
        )}
        {value.tests.map((test, at) => (
          <OneTest
            // biome-ignore lint/suspicious/noArrayIndexKey: tests are known by their place
            key={at}
            n={at + 1}
            test={test}
            before={before}
            onChange={(next) => put(value.tests.with(at, next))}
            onRemove={() => put(value.tests.filter((_, n) => n !== at))}
          />
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} />}
            disabled={!before.length || value.tests.length >= 10}
            onClick={() => put([...value.tests, begin(before.at(-1)!)])}
          >
            Add a condition
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

interface TestProps {
  n: number
  test: Test
  before: readonly Field[]
  onChange: (test: Test) => void
  onRemove: () => void
}

function OneTest({ n, test, before, onChange, onRemove }: TestProps) {
  const field = before.find((f) => f.id === test.field)
  const compares = !test.is.includes('answered')
  return (
    <Group gap={8} align="flex-end">
      <Select
        flex="2 1 180px"
        aria-label={`Condition ${n}: question`}
        allowDeselect={false}
        error={!field && 'Choose a question before this one'}
        data={before.map((f) => ({ value: f.id, label: f.label.en || 'No words yet' }))}
        value={field?.id ?? null}
        onChange={(id) => {
          const next = before.find((f) => f.id === id)
          if (next) onChange(begin(next))
        }}
      />
      <Select
        flex="1 1 150px"
        aria-label={`Condition ${n}: test`}
        allowDeselect={false}
        data={testsOf(field).map((is) => ({ value: is, label: WORDS[is] }))}
        value={test.is}
        onChange={(is) => {
          const next = is as Test['is']
          const { value: _, ...rest } = test
          onChange({
            ...rest,
            is: next,
            ...(!next.includes('answered') && field && { value: test.value ?? firstValue(field) }),
          })
        }}
      />
      {compares && field && <ValueInput n={n} field={field} test={test} onChange={onChange} />}
      <ActionIcon size="lg" aria-label={`Remove condition ${n}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  )
}

function ValueInput({
  n,
  field,
  test,
  onChange,
}: {
  n: number
  field: Field
  test: Test
  onChange: (test: Test) => void
}) {
  const label = `Condition ${n}: value`
  const put = (value: Test['value']) => onChange({ ...test, value })
  if (field.kind === 'yes-no')
    return (
      <Select
        flex="1 1 110px"
        aria-label={label}
        allowDeselect={false}
        data={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={test.value === false ? 'no' : 'yes'}
        onChange={(v) => put(v === 'yes')}
      />
    )
  if (field.options)
    return (
      <Select
        flex="1 1 150px"
        aria-label={label}
        allowDeselect={false}
        data={field.options.map((o) => ({ value: o.id, label: o.label.en || 'No words yet' }))}
        value={String(test.value ?? '')}
        onChange={(v) => put(v ?? '')}
      />
    )
  if (field.kind === 'number')
    return (
      <NumberInput
        flex="1 1 110px"
        aria-label={label}
        value={typeof test.value === 'number' ? test.value : ''}
        onChange={(v) => put(typeof v === 'number' ? v : undefined)}
      />
    )
  return (
    <TextInput
      flex="1 1 150px"
      aria-label={label}
      type={field.kind === 'date' ? 'date' : 'text'}
      maxLength={500}
      value={String(test.value ?? '')}
      onChange={(e) => put(e.currentTarget.value)}
    />
  )
}
