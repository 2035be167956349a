import { Button, Menu, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Definition,
  definitionFaults,
  FIELD_KINDS,
  type Field,
  isQuestion,
} from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { moved } from '../../ui/order/move.ts'
import { OrderedList } from '../../ui/order/OrderedList.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Form, formQuery } from '../queries.ts'
import classes from './Builder.module.css'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldButtons, FieldLine } from './FieldLine.tsx'
import { KIND_WORDS, newField, newId } from './kinds.ts'
import { Preview } from './Preview.tsx'
import { Settings } from './Settings.tsx'
import { type Edits, same } from './use-edits.ts'
import { Wording } from './Wording.tsx'

/** Where a form is built: its questions in their order, beside what clients will see. */
export function Builder({ form, edits }: { form: Form; edits: Edits }) {
  const { base, now, dirty, others } = edits
  const [open, setOpen] = useState<string>()
  const save = useMutation({
    mutationFn: () =>
      ok(
        api.PATCH('/api/v1/forms/{id}', {
          params: { path: { id: form.id } },
          headers: { 'If-Match': `"${base.version}"` },
          body: {
            ...now.settings,
            ...(!same(now.definition, base.definition) && { definition: now.definition }),
          } as never,
        }),
      ),
    onSuccess: (saved) => {
      edits.take(saved)
      queryClient.setQueryData(formQuery(form.id).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['forms'] })
    },
  })
  const { definition } = now
  const change = (next: Partial<Definition>) => edits.put({ ...now, definition: { ...definition, ...next } })
  const putField = (field: Field) =>
    change({ fields: definition.fields.map((f) => (f.id === field.id ? field : f)) })
  const insert = (field: Field, at: number) => {
    change({ fields: definition.fields.toSpliced(at, 0, field) })
    setOpen(field.id)
  }
  const faults = definitionFaults(definition)
  const faultsAt = (index: number) =>
    faults.filter((f) => f.path[0] === 'fields' && f.path[1] === index).map((f) => f.message)
  const stale = save.error instanceof ApiProblem && save.error.status === 412
  return (
    <div className={classes.columns}>
      <Stack gap="lg">
        <Section title="Title and introduction">
          <Stack>
            <Wording
              label="Title"
              value={definition.title}
              onChange={(title) => change({ title: title ?? { en: '' } })}
              input={(props) => <TextInput maxLength={200} {...props} />}
              required
            />
            <Wording
              label="Introduction (optional)"
              value={definition.intro}
              onChange={(intro) => change({ intro })}
              input={(props) => <Textarea autosize minRows={2} maxLength={2000} {...props} />}
            />
          </Stack>
        </Section>
        <Section title="Questions" description="A condition can ask about questions that stand before it.">
          {definition.fields.length === 0 && <Text c="dimmed">No questions yet.</Text>}
          <OrderedList
            roomy
            label="Questions"
            items={definition.fields}
            keyOf={(f) => f.id}
            nameOf={(f, at) => f.label.en || `${KIND_WORDS[f.kind]} ${at + 1}`}
            onMove={(from, to) => change({ fields: moved(definition.fields, from, to) })}
            actions={(f, at) => (
              <FieldButtons
                name={f.label.en || `${KIND_WORDS[f.kind]} ${at + 1}`}
                open={open === f.id}
                onOpen={() => setOpen(open === f.id ? undefined : f.id)}
                onCopy={() => insert({ ...f, id: newId() }, at + 1)}
                onRemove={() => change({ fields: definition.fields.filter((x) => x.id !== f.id) })}
              />
            )}
          >
            {(f, at) => (
              <>
                <FieldLine field={f} faults={faultsAt(at)} />
                {open === f.id && (
                  <FieldEditor field={f} index={at} definition={definition} onChange={putField} />
                )}
              </>
            )}
          </OrderedList>
          <Menu position="bottom-start" width={260}>
            <Menu.Target>
              <Button mt="md" variant="default" leftSection={<IconPlus size={17} />}>
                Add
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
              <Menu.Label>A question</Menu.Label>
              {FIELD_KINDS.filter((kind) => isQuestion({ kind })).map((kind) => (
                <Menu.Item key={kind} onClick={() => insert(newField(kind), definition.fields.length)}>
                  {KIND_WORDS[kind]}
                </Menu.Item>
              ))}
              <Menu.Label>Between questions</Menu.Label>
              {FIELD_KINDS.filter((kind) => !isQuestion({ kind })).map((kind) => (
                <Menu.Item key={kind} onClick={() => insert(newField(kind), definition.fields.length)}>
                  {KIND_WORDS[kind]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Section>
        <Section title="For whom">
          <Settings value={now.settings} onChange={(settings) => edits.put({ ...now, settings })} />
        </Section>
        <ErrorAlert error={save.error} />
        {(stale || others) && (
          <Button
            variant="default"
            onClick={async () => {
              const theirs = await queryClient.fetchQuery(formQuery(form.id))
              edits.take(theirs)
              save.reset()
            }}
          >
            Load what somebody else saved, drop mine
          </Button>
        )}
        <div className={classes.bar}>
          <Text size="sm" c="dimmed" role="status">
            {dirty ? 'Not saved yet' : 'Saved'}
          </Text>
          <Button loading={save.isPending} disabled={!dirty} onClick={() => save.mutate()}>
            Save
          </Button>
        </div>
      </Stack>
      <aside className={classes.aside} aria-label="Preview">
        <Preview definition={definition} />
      </aside>
    </div>
  )
}
