import { Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { Conflict } from './edit/Conflict.tsx'
import { FormFrame } from './edit/FormFrame.tsx'
import { useChange, type Version } from './edit/use-change.ts'
import { type Client, choicesQuery } from './queries.ts'

const placement = (c: Client) => ({ groupId: c.groupId, facilityId: c.facilityId })

const moved = (a: Client, b: Client) => [
  ...(a.groupId !== b.groupId ? ['the client group'] : []),
  ...(a.facilityId !== b.facilityId ? ['the facility'] : []),
]

/** Which group a client is in decides which teams see it. */
export function PlacementModal({ start, onClose }: { start: Version; onClose: () => void }) {
  const choices = useQuery(choicesQuery)
  const { base, setBase, newest, send } = useChange(start)
  const [theirs, setTheirs] = useState<Version>()
  const form = useForm({ initialValues: placement(start.client) })
  const { onSubmit, pending, error } = useSubmit(form, async ({ groupId, facilityId }) => {
    const was = placement(base.client)
    const body = {
      ...(groupId !== was.groupId && { groupId }),
      ...(facilityId !== was.facilityId && { facilityId }),
    }
    try {
      if (Object.keys(body).length > 0) await send(body)
      onClose()
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 412) throw failure
      setTheirs(await newest())
    }
  })
  const settle = (values: ReturnType<typeof placement>) => {
    form.setValues(values)
    setBase(theirs!)
    setTheirs(undefined)
  }
  // The group that the client is in is there to choose, even where the list is not open to the person.
  const groups = choices.data?.groups ?? []
  const own = { value: start.client.groupId, label: start.client.groupName }
  return (
    <Dialog onClose={onClose} title="Group and facility" closeOnClickOutside={false}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        blocked={!!theirs}
        notice={
          theirs && (
            <Conflict
              changed={moved(base.client, theirs.client)}
              onTheirs={() => settle(placement(theirs.client))}
              onMine={() => settle(form.getValues())}
            />
          )
        }
      >
        <Select
          label="Client group"
          description="Decides which teams see the client: you may close it to yourself."
          data={groups.some((g) => g.value === own.value) ? groups : [own, ...groups]}
          allowDeselect={false}
          searchable
          {...form.getInputProps('groupId')}
        />
        <Select
          label="Facility (optional)"
          description="Where the client is served."
          data={choices.data?.facilities ?? []}
          clearable
          searchable
          {...form.getInputProps('facilityId')}
        />
      </FormFrame>
    </Dialog>
  )
}
