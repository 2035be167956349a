import { useForm } from '@mantine/form'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { toastUndo } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { TITLES } from '../words.ts'
import { ClassFields } from './ClassFields.tsx'
import { Conflict } from './Conflict.tsx'
import { FormFrame } from './FormFrame.tsx'
import { FormModal } from './FormModal.tsx'
import { useChange, type Version } from './use-change.ts'
import { differences, merge, type PlainClass, toBody, type Values, valuesOf } from './values.ts'

interface Props {
  start: Version
  cls: PlainClass
  onClose: () => void
}

/** Changes one field class. When somebody else was faster, the person decides what becomes of both. */
export function EditModal({ start, cls, onClose }: Props) {
  const { base, setBase, newest, send, sendUpon } = useChange(start)
  const [theirs, setTheirs] = useState<Version>()
  const form = useForm<Values>({ initialValues: valuesOf(start.client) })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      try {
        const before = base.client
        const saved = await send(toBody(before, cls, values))
        onClose()
        // The way back is a change of its own, and refused if somebody else changed the client since.
        toastUndo(`${TITLES[cls]}: saved`, () => sendUpon(saved, toBody(saved.client, cls, valuesOf(before))))
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.status !== 412) throw failure
        setTheirs(await newest())
      }
    },
    renames(form.values),
  )
  const take = (values: Values) => {
    form.setValues(values)
    setBase(theirs!)
    setTheirs(undefined)
  }
  return (
    <FormModal title={`Edit: ${TITLES[cls]}`} onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        blocked={!!theirs}
        notice={
          theirs && (
            <Conflict
              changed={differences(cls, valuesOf(base.client), valuesOf(theirs.client))}
              onTheirs={() => take(valuesOf(theirs.client))}
              onMine={() => take(merge(valuesOf(base.client), form.getValues(), valuesOf(theirs.client)))}
            />
          )
        }
      >
        <ClassFields cls={cls} organisation={base.client.kind === 'organisation'} form={form} />
      </FormFrame>
    </FormModal>
  )
}

/** The API's names of fields, as the form has them. */
function renames(values: Values): Record<string, string> {
  const lists = (['phones', 'emails'] as const).flatMap((list) =>
    values[list].map((_, i) => [`contact.${list}.${i}.value`, `${list}.${i}.value`] as const),
  )
  return {
    ...Object.fromEntries(lists),
    'contact.organisationName': 'organisationName',
    'contact.names': 'name.family',
    'contact.names.0': 'name.family',
    'contact.language': 'language',
    'demographic.birthDate': 'birthDate',
    'demographic.deceased': 'deceased',
    'clinical.summary': 'clinicalSummary',
    'financial.payer': 'payer',
    'financial.plan': 'plan',
    'financial.summary': 'financialSummary',
  }
}
