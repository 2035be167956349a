import { ActionIcon, Badge, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { sendJson } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useIdempotencyKey } from '../../clients/use-idempotency-key.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { moved } from '../../ui/order/move.ts'
import { OrderedList } from '../../ui/order/OrderedList.tsx'
import { dateField, endOfDay } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { pathOf, type SignatureRequest } from '../queries.ts'
import { type Picked, SignerPicker } from './SignerPicker.tsx'

interface Props {
  document: { id: string; name: string }
  n: number
  /** A request that is taken back for the new one, which asks the same of those who can still sign. */
  instead?: SignatureRequest
  onClose: () => void
}

interface Signer extends Picked {
  role: string
}

const CONSENT = 'I have read this document and agree to it.'

/** Asks people to sign, one after the other. */
export function AskModal(props: Props) {
  return (
    <Dialog
      onClose={props.onClose}
      title={props.instead ? 'Ask anew' : 'Ask for signatures'}
      size="lg"
      closeOnClickOutside={false}
    >
      <AskForm {...props} />
    </Dialog>
  )
}

const stillThere = (r: SignatureRequest): Signer[] =>
  r.steps
    .filter((s) => !s.blocked)
    .map((s) => ({ userId: s.userId, name: s.name ?? '', kind: s.kind ?? 'person', role: s.role ?? '' }))

function AskForm({ document: d, n, instead, onClose }: Props) {
  const once = useIdempotencyKey()
  const [signers, setSigners] = useState<Signer[]>(() => (instead ? stillThere(instead) : []))
  const takenBack = useRef(false)
  const [none, setNone] = useState(false)
  const form = useForm({
    initialValues: {
      consent: instead?.consent ?? CONSENT,
      message: instead?.message ?? '',
      day: instead?.overdue ? '' : dateField(instead?.dueAt ?? null),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async ({ consent, message, day }) => {
      setNone(signers.length === 0)
      if (signers.length === 0) return
      const body = {
        n,
        consent,
        ...(message.trim() && { message: message.trim() }),
        dueAt: day ? endOfDay(day) : null,
        signers: signers.map(({ userId, role }) => ({ userId, ...(role.trim() && { role: role.trim() }) })),
      }
      if (instead && !takenBack.current) {
        await sendJson('POST', pathOf('staff', instead.id, 'cancel'), {
          reason: 'A signer can’t sign any more',
        })
        takenBack.current = true
      }
      await ok(
        api.POST('/api/v1/documents/{id}/signatures', {
          params: { path: { id: d.id } },
          headers: once(body),
          body,
        }),
      )
      await queryClient.invalidateQueries({ queryKey: ['signatures'] })
      toast('Asked. Whoever signs first is told.')
      onClose()
    },
    { dueAt: 'day' },
  )
  const change = (at: number, role: string) =>
    setSigners(signers.map((s, i) => (i === at ? { ...s, role } : s)))
  const atSigners =
    error instanceof ApiProblem ? error.errors.find((e) => e.field.startsWith('signers')) : undefined
  return (
    <FormFrame
      onSubmit={onSubmit}
      onCancel={onClose}
      pending={pending}
      error={error}
      shownFields={shown}
      save="Ask them"
    >
      <Text>
        Version {n} of “{d.name}” is signed in this order. Each is told when those before have signed; a newer
        version does not take it over.
      </Text>
      {signers.length > 0 && (
        <OrderedList
          label="Signers"
          items={signers}
          keyOf={(s) => s.userId}
          nameOf={(s) => s.name}
          onMove={(from, to) => setSigners(moved(signers, from, to))}
          roomy
          actions={(s) => (
            <ActionIcon
              aria-label={`Remove ${s.name}`}
              onClick={() => setSigners(signers.filter((x) => x !== s))}
            >
              <IconTrash size={17} />
            </ActionIcon>
          )}
        >
          {(s, at) => (
            <Stack gap={6}>
              <Group gap={8}>
                <Text fw={560}>{s.name}</Text>
                {s.kind === 'portal' && <Badge color="gray">Portal</Badge>}
              </Group>
              <TextInput
                label="Signs as (optional)"
                aria-label={`${s.name} signs as (optional)`}
                maxLength={80}
                value={s.role}
                onChange={(event) => change(at, event.currentTarget.value)}
              />
            </Stack>
          )}
        </OrderedList>
      )}
      <SignerPicker
        documentId={d.id}
        without={signers.map((s) => s.userId)}
        error={atSigners?.message ?? (none && signers.length === 0 ? 'Add who is to sign' : undefined)}
        onPick={(person) => setSigners([...signers, { ...person, role: '' }])}
      />
      <Textarea
        label="What they agree to by signing"
        required
        maxLength={2000}
        {...form.getInputProps('consent')}
      />
      <Textarea
        label="A word to them (optional)"
        description="They read it here; nothing of it is in the e-mail."
        maxLength={2000}
        {...form.getInputProps('message')}
      />
      <TextInput type="date" label="Until the end of (optional)" {...form.getInputProps('day')} />
    </FormFrame>
  )
}
