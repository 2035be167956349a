import { Input, Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { FormModal } from '../clients/edit/FormModal.tsx'
import { useIdempotencyKey } from '../clients/use-idempotency-key.ts'
import { LaterFiles, StuckFiles } from '../files/LaterFiles.tsx'
import { ownerTarget } from '../files/upload.ts'
import { useLaterFiles } from '../files/use-later-files.ts'
import { useMay } from '../session/session.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { ClientPicker } from './ClientPicker.tsx'
import { deskQuery } from './queries.ts'
import type { TicketTemplate } from './templates/fill.ts'
import { TemplatePicker } from './templates/TemplatePicker.tsx'
import { IMPACTS, URGENCIES } from './words.ts'

interface Props {
  onClose: () => void
  onMade: (id: string) => void
  clientId?: string
}

const START = {
  subject: '',
  body: '',
  clientId: null as string | null,
  requesterName: '',
  requesterEmail: '',
  queueId: null as string | null,
  typeId: null as string | null,
  impact: null as string | null,
  urgency: null as string | null,
  assigneeId: null as string | null,
  tags: [] as string[],
}
type Values = typeof START

const bodyOf = (v: Values) => {
  const requester = {
    ...(v.requesterName.trim() && { name: v.requesterName.trim() }),
    ...(v.requesterEmail.trim() && { email: v.requesterEmail.trim() }),
  }
  return {
    subject: v.subject.trim(),
    kind: 'public' as const,
    ...(v.body.trim() && { body: v.body.trim() }),
    ...(v.clientId && { clientId: v.clientId }),
    ...(Object.keys(requester).length > 0 && { requester }),
    ...(v.queueId && { queueId: v.queueId }),
    ...(v.typeId && { typeId: v.typeId }),
    ...(v.impact && { impact: Number(v.impact) }),
    ...(v.urgency && { urgency: Number(v.urgency) }),
    ...(v.assigneeId && { assigneeId: v.assigneeId }),
    ...(v.tags.length > 0 && { tags: v.tags }),
  }
}

const fromTemplate = (t: TicketTemplate | undefined) => ({
  ...(t && { templateId: t.id }),
  ...(t?.checklistId && { checklistIds: [t.checklistId] }),
})

/** A ticket that somebody at the desk opens, as for a call. */
export function NewTicketModal({ onClose, onMade, clientId }: Props) {
  const may = useMay()
  const desk = useQuery(deskQuery).data
  const once = useIdempotencyKey()
  const [number, setNumber] = useState<number>()
  const [template, setTemplate] = useState<TicketTemplate>()
  const form = useForm<Values>({
    initialValues: { ...START, clientId: clientId ?? null },
    validate: {
      subject: (v) => (v.trim() ? null : 'Say in a few words what it is about'),
      requesterEmail: (v) =>
        !v.trim() || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v.trim()) ? null : 'must be an e-mail address',
    },
  })
  const create = useMutation({
    mutationFn: (v: Values) => {
      const body = { ...bodyOf(v), ...fromTemplate(template) }
      return ok(api.POST('/api/v1/tickets', { body, headers: once(body) }))
    },
    meta: { touches: ['tickets'] },
  })
  const files = useLaterFiles(20)
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (v) => {
      const made = await create.mutateAsync(v)
      setNumber(made.number)
      await files.sendTo(ownerTarget({ type: 'ticket', id: made.id }), () => onMade(made.id))
    },
    { 'requester.name': 'requesterName', 'requester.email': 'requesterEmail' },
  )
  if (files.made)
    return (
      <FormModal title="New ticket" onClose={files.without}>
        <Suspense>
          <StuckFiles files={files} title={`Ticket #${number} is open`} />
        </Suspense>
      </FormModal>
    )
  return (
    <FormModal title="New ticket" onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        save="Open the ticket"
      >
        <TemplatePicker form={form} template={template} onPick={setTemplate} />
        <TextInput data-autofocus label="Subject" maxLength={300} {...form.getInputProps('subject')} />
        <Textarea
          label="What happened (optional)"
          minRows={4}
          maxRows={14}
          maxLength={100_000}
          {...form.getInputProps('body')}
        />
        {may('files:write') && (
          <Input.Wrapper
            labelElement="div"
            label="Files (optional)"
            description="They stay on the ticket and do not leave as e-mail."
          >
            <Suspense>
              <LaterFiles files={files} />
            </Suspense>
          </Input.Wrapper>
        )}
        {may('clients:read') && !clientId && (
          <ClientPicker
            label="Client (optional)"
            value={form.values.clientId}
            error={form.errors.clientId}
            onChange={(id) => form.setFieldValue('clientId', id)}
          />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Requester’s name (optional)"
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('requesterName')}
          />
          <TextInput
            label="Requester’s e-mail (optional)"
            type="email"
            maxLength={254}
            autoComplete="off"
            {...form.getInputProps('requesterEmail')}
          />
          <Select
            label="Queue"
            placeholder="The first one"
            clearable
            data={(desk?.queues ?? []).map((x) => ({ value: x.id, label: x.name }))}
            {...form.getInputProps('queueId')}
          />
          <Select
            label="Type"
            placeholder="The queue’s own"
            clearable
            data={(desk?.types ?? []).map((x) => ({ value: x.id, label: x.name }))}
            {...form.getInputProps('typeId')}
          />
          <Select
            label="Impact"
            placeholder="As the type has it"
            clearable
            data={IMPACTS}
            {...form.getInputProps('impact')}
          />
          <Select
            label="Urgency"
            placeholder="As the type has it"
            clearable
            data={URGENCIES}
            {...form.getInputProps('urgency')}
          />
          {may('tickets:assign') && (
            <Select
              label="Assigned to"
              placeholder="Nobody yet"
              clearable
              searchable
              data={(desk?.people ?? []).map((x) => ({ value: x.id, label: x.name }))}
              {...form.getInputProps('assigneeId')}
            />
          )}
          <TagsInput label="Tags (optional)" maxTags={50} maxLength={60} {...form.getInputProps('tags')} />
        </SimpleGrid>
      </FormFrame>
    </FormModal>
  )
}
