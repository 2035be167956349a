import { Alert, Anchor, Button, Group as Row, Stack, Text } from '@mantine/core'
import { IconCheck, IconCloudOff, IconUsers } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type Answers, type Definition, inLanguage, judgeAnswers } from '../../../forms/index.ts'
import type { Attached } from '../../files/attached.ts'
import type { Target } from '../../files/upload.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import classes from './FillForm.module.css'
import { FormFields } from './FormFields.tsx'
import { type Faults, faultsBy, faultsOf } from './faults.ts'
import { questionId } from './said.ts'
import { type DraftState, type Kept, useDraft } from './use-draft.ts'

interface Props {
  response: {
    definition: Definition
    answers: Answers
    prefilled: Answers
    version: number
    files: readonly Attached[]
  }
  uploads: { target: Target; path: string }
  way: {
    save: (answers: Answers, version: number) => Promise<number>
    newest: () => Promise<Kept>
    /** Hands it in; the key is the same however often the same is tried. */
    submit: (answers: Answers, version: number, key: string) => Promise<unknown>
  }
}

/** A form that is filled in: saved as one goes, judged as the server will, and handed in. */
export function FillForm({ response, uploads, way }: Props) {
  const { t } = useWords('forms')
  const language = useLanguage()
  const { definition, version } = response
  const draft = useDraft(
    definition,
    { answers: response.answers, version },
    { ...response.prefilled, ...response.answers },
    way,
  )
  const [files, setFiles] = useState(response.files)
  const [faults, setFaults] = useState<Faults>(new Map())
  const [error, setError] = useState<unknown>()
  const [pending, setPending] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const last = useRef<{ text: string; key: string }>(undefined)
  // How far files are read is told by whoever asks again; those that were just sent are known here.
  useEffect(() => {
    setFiles((mine) => [
      ...response.files,
      ...mine.filter((f) => !response.files.some((known) => known.id === f.id)),
    ])
  }, [response.files])
  useEffect(() => {
    if (faults.size) summary.current?.focus()
  }, [faults])

  /** The same answers go under the same key: an answer that got lost hands nothing in twice. */
  const keyOf = (answers: Answers): string => {
    const text = JSON.stringify([answers, draft.version()])
    if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() }
    return last.current.key
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { faults: found } = judgeAnswers(definition, draft.answers)
    setFaults(faultsBy(found))
    setError(undefined)
    if (found.length) return
    setPending(true)
    try {
      if (draft.state !== 'saved') await draft.save()
      await way.submit(draft.answers, draft.version(), keyOf(draft.answers))
    } catch (failure) {
      const told = faultsOf(failure, definition)
      setFaults(told)
      if (!told.size) setError(failure)
    } finally {
      setPending(false)
    }
  }
  const answer: typeof draft.answer = (id, value) => {
    draft.answer(id, value)
    if (faults.has(id)) setFaults((before) => new Map([...before].filter(([field]) => field !== id)))
  }
  const labelOf = (id: string) => {
    const field = definition.fields.find((f) => f.id === id)
    return field ? inLanguage(field.label, language) : id
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="lg">
        {definition.intro && <Text className={classes.intro}>{inLanguage(definition.intro, language)}</Text>}
        {Object.keys(response.prefilled).length > 0 && (
          <Text size="sm" c="dimmed">
            {t('prefilled')}
          </Text>
        )}
        {draft.meanwhile && (
          <Alert color="amber" icon={<IconUsers size={18} />} role="status">
            {t('meanwhile')}
          </Alert>
        )}
        {faults.size > 0 && (
          <Alert color="red" ref={summary} tabIndex={-1} role="alert" title={t('missing')}>
            <ul className={classes.faults}>
              {[...faults.keys()].map((id) => (
                <li key={id}>
                  <Anchor
                    href={`#${questionId(id)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      const place = document.getElementById(questionId(id))
                      place?.scrollIntoView({ block: 'center' })
                      place?.focus({ preventScroll: true })
                    }}
                  >
                    {labelOf(id)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <FormFields
          definition={definition}
          answers={draft.answers}
          onAnswer={answer}
          faults={faults}
          uploads={{
            ...uploads,
            files,
            onAdded: (field, file) => {
              setFiles((before) => [...before, file])
              draft.addFile(field, file.id)
            },
          }}
        />
        <ErrorAlert error={error ?? draft.error} />
        <Row justify="space-between" className={classes.end}>
          <Saved state={draft.state} />
          <div className={classes.submit}>
            <Text size="sm" c="dimmed">
              {t('submitHint')}
            </Text>
            <Button type="submit" size="md" loading={pending}>
              {t('submit')}
            </Button>
          </div>
        </Row>
      </Stack>
    </form>
  )
}

function Saved({ state }: { state: DraftState }) {
  const { t } = useWords('forms')
  if (state === 'away')
    return (
      <Alert color="amber" icon={<IconCloudOff size={18} />} role="status">
        {t('away')}
      </Alert>
    )
  const said = state === 'saved' ? t('saved') : state === 'saving' ? t('saving') : t('unsaved')
  return (
    <Row gap={6} c="dimmed" role="status">
      {state === 'saved' && <IconCheck size={16} aria-hidden />}
      <Text size="sm">{said}</Text>
    </Row>
  )
}
