import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconBell, IconCalendar, IconDownload, IconRefresh, IconUserX, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sendJson } from '../../api/use-save.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { day } from '../../ui/time.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import { pathOf, type SignatureRequest } from '../queries.ts'
import { StepList } from '../view/StepList.tsx'
import classes from './Ask.module.css'
import { AskModal } from './AskModal.tsx'
import { DayModal } from './DayModal.tsx'
import { standing, troubleIn } from './words.ts'

const TOUCHES = { touches: ['signatures', 'documents'] }

/** One request: how it stands with each signer, and what may be done about it. */
export function RequestCard({ request: r }: { request: SignatureRequest }) {
  const [dialog, setDialog] = useState<'cancel' | 'day' | 'replace'>()
  const close = () => setDialog(undefined)
  const step = useMutation({
    mutationFn: (what: 'remind' | 'retry') => sendJson('POST', pathOf('staff', r.id, what), {}),
    meta: TOUCHES,
    onSuccess: (_, what) => toast(what === 'remind' ? 'Reminded' : 'Being made again'),
    onError: (error) => toastError(error),
  })
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      sendJson('POST', pathOf('staff', r.id, 'cancel'), reason.length >= 3 ? { reason } : {}),
    meta: TOUCHES,
  })
  const state = standing(r)
  const gone = r.steps.filter((s) => s.blocked)
  return (
    <div className={classes.card}>
      <Group justify="space-between" gap="xs">
        <StatusDot color={state.color}>{state.label}</StatusDot>
        <Text size="sm" c="dimmed">
          Version {r.n}, asked <TimeAgo at={r.askedAt} />
          {r.dueAt && r.state === 'open' && `, until ${day(r.dueAt)}`}
        </Text>
      </Group>
      <StepList request={r} />
      {gone.length > 0 && (
        <Alert color="orange" icon={<IconUserX size={18} />} title="Somebody who is to sign can’t" mt="sm">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              {gone.map((s) => s.name ?? 'Somebody').join(', ')} may not sign in or see this document any
              more. Nobody after them is asked until that changes. Ask anew with somebody else; what was
              signed so far stays in the log, and all sign again.
            </Text>
            {r.managed && (
              <Button variant="default" onClick={() => setDialog('replace')}>
                Ask anew without them
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {r.trouble && (
        <Text size="sm" c="red.7">
          {troubleIn(r.trouble)} The signatures stand in the log all the same.
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {r.copyReady && (
          <Button
            component="a"
            href={pathOf('staff', r.id, 'signed')}
            download
            variant="default"
            leftSection={<IconDownload size={17} />}
          >
            Download the signed copy
          </Button>
        )}
        {r.managed && r.state === 'open' && (
          <>
            {!r.overdue && (
              <Button
                variant="default"
                loading={step.isPending}
                leftSection={<IconBell size={17} />}
                onClick={() => step.mutate('remind')}
              >
                Remind
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconCalendar size={17} />}
              onClick={() => setDialog('day')}
            >
              Move the day
            </Button>
            <Button
              variant="default"
              color="red"
              leftSection={<IconX size={17} />}
              onClick={() => setDialog('cancel')}
            >
              Take back
            </Button>
          </>
        )}
        {r.managed && r.trouble && (
          <Button
            variant="default"
            loading={step.isPending}
            leftSection={<IconRefresh size={17} />}
            onClick={() => step.mutate('retry')}
          >
            Make the copy again
          </Button>
        )}
      </Group>
      {r.state === 'complete' && (
        <Text size="sm" c="dimmed" mt="xs">
          Kept as version {r.copyN}. Publish that version if everybody who reads the document is to see it
          signed.
        </Text>
      )}
      {dialog === 'day' && <DayModal request={r} onClose={close} />}
      {dialog === 'replace' && (
        <AskModal
          document={{ id: r.documentId, name: r.documentName ?? 'this document' }}
          n={r.n}
          instead={r}
          onClose={close}
        />
      )}
      <ConfirmModal
        opened={dialog === 'cancel'}
        onClose={close}
        title="Take the request back?"
        confirmLabel="Take it back"
        danger
        reason={{ label: 'Why? (optional)', required: false }}
        onConfirm={(reason) => cancel.mutateAsync(reason)}
      >
        <Stack gap="xs">
          <span>Nobody signs any more. Signatures that were given stay in the log.</span>
        </Stack>
      </ConfirmModal>
    </div>
  )
}
