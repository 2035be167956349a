import {
  ActionIcon,
  Badge,
  Group,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Answer, Item } from '../../api/types.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useMay } from '../../session/session.ts'
import { CopyOnce } from '../../ui/CopyOnce.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { dayAndTime, endOfDay } from '../../ui/time.ts'
import { toastError } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { documentsChanged } from '../queries.ts'

type Made = Answer<'/api/v1/documents/{id}/links', 'post'>
type SharedLink = Item<'/api/v1/documents/{id}/links'>

const STATES: Record<SharedLink['state'], string> = {
  open: 'opens',
  'code-used': 'its code was used',
  'used-up': 'used up',
  expired: 'expired',
  locked: 'locked after wrong codes',
  revoked: 'taken back',
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

interface Props {
  document: { id: string; name: string }
  onClose: () => void
}

/** Shares the published version with somebody who has no other way to it. */
export function ShareModal({ document: d, onClose }: Props) {
  const [made, setMade] = useState<Made>()
  return (
    <Dialog onClose={onClose} title={`Share “${d.name}”`} size="lg" closeOnClickOutside={false}>
      {made ? (
        <Stack>
          <CopyOnce label="The link" value={`${location.origin}/shared#${made.secret}`} />
          {made.code && (
            <CopyOnce label="The one-time code" value={made.code}>
              Tell it by another way than the link: by telephone, say. It works once.
            </CopyOnce>
          )}
        </Stack>
      ) : (
        <Stack>
          <NewLink id={d.id} onMade={setMade} onClose={onClose} />
          <Links id={d.id} />
        </Stack>
      )}
    </Dialog>
  )
}

function NewLink({ id, onMade, onClose }: { id: string; onMade: (made: Made) => void; onClose: () => void }) {
  const releases = useMay()('mail:release')
  const [asks, setAsks] = useState(false)
  const form = useForm({
    initialValues: {
      entry: 'code' as 'code' | 'sign-in',
      mode: 'view' as 'view' | 'download',
      label: '',
      until: inDays(7),
      maxOpens: '' as number | '',
      reason: '',
    },
    validate: {
      label: (text, { entry }) => (entry === 'code' && !text.trim() ? 'Say for whom it is' : null),
      until: (day) => (day ? null : 'Choose a day'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async ({ label, until, maxOpens, reason, ...v }) => {
      const made = await ok(
        api.POST('/api/v1/documents/{id}/links', {
          params: { path: { id } },
          body: {
            ...v,
            ...(label.trim() && { label: label.trim() }),
            ...(reason.trim() && { reason: reason.trim() }),
            expiresAt: endOfDay(until),
            maxOpens: maxOpens === '' ? null : maxOpens,
          },
        }),
      ).catch((failure: unknown) => {
        if (failure instanceof ApiProblem && failure.slug === 'gate-asks' && releases) setAsks(true)
        throw failure
      })
      await documentsChanged()
      onMade(made)
    },
    { expiresAt: 'until' },
  )
  const { entry } = form.values
  return (
    <FormFrame
      onSubmit={onSubmit}
      onCancel={onClose}
      pending={pending}
      error={error}
      shownFields={shown}
      save="Make the link"
    >
      <div>
        <Text size="sm" fw={500} id="link-entry">
          How it opens
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="link-entry"
          data={[
            { value: 'code', label: 'With a code' },
            { value: 'sign-in', label: 'By signing in' },
          ]}
          {...form.getInputProps('entry')}
        />
      </div>
      <div>
        <Text size="sm" fw={500} id="link-mode">
          What they may do
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="link-mode"
          data={[
            { value: 'view', label: 'Look at it' },
            { value: 'download', label: 'Download it' },
          ]}
          {...form.getInputProps('mode')}
        />
      </div>
      {entry === 'code' && (
        <TextInput
          label="For whom"
          description="Their name stands across each page they look at."
          required
          maxLength={100}
          {...form.getInputProps('label')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md">
        <TextInput
          type="date"
          label="Until the end of"
          required
          max={inDays(89)}
          {...form.getInputProps('until')}
        />
        <NumberInput
          label="How often (optional)"
          min={1}
          max={1000}
          allowDecimal={false}
          {...form.getInputProps('maxOpens')}
        />
      </SimpleGrid>
      {asks && (
        <Textarea
          label="Why may it leave?"
          description="Kept in the audit log."
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      )}
    </FormFrame>
  )
}

function Links({ id }: { id: string }) {
  const params = { path: { id } }
  const links = useQuery({
    queryKey: ['documents', 'links', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/documents/{id}/links', { params, signal })),
  })
  const revoke = useMutation({
    mutationFn: (linkId: string) =>
      api.DELETE('/api/v1/documents/{id}/links/{linkId}', { params: { path: { id, linkId } } }),
    meta: { touches: ['documents'] },
    onError: (error) => toastError(error),
  })
  const items = links.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div>
      <Text fw={560} mb={4}>
        Links so far
      </Text>
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((l) => (
          <Group key={l.id} component="li" justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {l.label ?? 'Who signs in'}, {l.mode === 'view' ? 'to look' : 'to download'}, until{' '}
              {dayAndTime(l.expiresAt)}, opened {l.opens} {l.opens === 1 ? 'time' : 'times'}
            </Text>
            <Group gap={6} wrap="nowrap">
              <Badge color={l.state === 'open' ? 'green' : 'gray'}>{STATES[l.state]}</Badge>
              {l.state !== 'revoked' && l.state !== 'expired' && (
                <ActionIcon
                  size="lg"
                  aria-label={`Take back the link for ${l.label ?? 'who signs in'}`}
                  onClick={() => revoke.mutate(l.id)}
                >
                  <IconTrash size={17} />
                </ActionIcon>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
    </div>
  )
}
