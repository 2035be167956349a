import { Alert, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { useMay } from '../../session/session.ts'
import { toast, toastUndo } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { revealIdentifier } from '../queries.ts'
import { AddButton } from './AddButton.tsx'
import { Conflict } from './Conflict.tsx'
import { FormFrame } from './FormFrame.tsx'
import { FormModal } from './FormModal.tsx'
import { IdentifierLine, IdentifierList } from './IdentifierList.tsx'
import {
  type IdentifierValues,
  identifierValues,
  keepsSome,
  NEW_IDENTIFIER,
  once,
  toIdentifiers,
} from './identifiers.ts'
import { useChange, type Version } from './use-change.ts'

const REASON = 'Kept while other identifiers were edited, or to undo that'

/** Changes identifiers, which stay masked: what is not typed over is kept as it is. */
export function IdentifierModal({ start, onClose }: { start: Version; onClose: () => void }) {
  const may = useMay()('identifiers:reveal')
  const { base, setBase, newest, send, sendUpon } = useChange(start)
  const [theirs, setTheirs] = useState<Version>()
  const form = useForm<IdentifierValues>({ initialValues: identifierValues(start.client) })
  const keeps = keepsSome(form.values)
  const before = identifierValues(base.client)
  const undoable = may || !keepsSome(before)
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      try {
        const reveal = once((field, index) =>
          revealIdentifier(base.client.id, { field, index, reason: REASON }),
        )
        const identifier = await toIdentifiers(values, reveal)
        const old = undoable ? await toIdentifiers(before, reveal).catch(() => undefined) : undefined
        const saved = await send({ identifier })
        onClose()
        if (old) toastUndo('Identifiers: saved', () => sendUpon(saved, { identifier: old }))
        else toast('Identifiers: saved')
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.status !== 412) throw failure
        setTheirs(await newest())
      }
    },
    { 'identifier.ssn': 'ssn.typed' },
  )
  const reload = () => {
    form.setValues(identifierValues(theirs!.client))
    setBase(theirs!)
    setTheirs(undefined)
  }
  return (
    <FormModal title="Edit: Identifiers" onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        blocked={!!theirs || (keeps && !may)}
        notice={theirs && <Conflict changed={['the record']} onTheirs={reload} />}
      >
        <Text size="sm" c="dimmed">
          Type over what is to change. What you leave as it is stays.
        </Text>
        {form.values.ssn ? (
          <IdentifierLine
            form={form}
            path="ssn"
            label="Social Security number"
            onRemove={() => form.setFieldValue('ssn', null)}
          />
        ) : (
          <AddButton onClick={() => form.setFieldValue('ssn', { ...NEW_IDENTIFIER })}>
            Add Social Security number
          </AddButton>
        )}
        <IdentifierList form={form} path="mrns" legend="Medical record numbers" one="Medical record number" />
        <IdentifierList form={form} path="memberIds" legend="Insurance member ids" one="Member id" />
        <IdentifierList form={form} path="other" legend="Other identifiers" one="Identifier" typed />
        {(keeps || (may && keepsSome(before))) && (
          <Alert color={may ? 'gray' : 'amber'} icon={<IconEye size={18} />}>
            {may
              ? 'To keep the others, and to undo what you change, saving reads them unmasked for a moment; the audit log says so.'
              : 'Your roles may not see identifiers unmasked, so those that are here can’t be kept while you change others. Remove or type over each, or ask somebody who may.'}
          </Alert>
        )}
      </FormFrame>
    </FormModal>
  )
}
