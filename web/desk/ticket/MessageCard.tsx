import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core'
import {
  IconArrowsSplit2,
  IconDots,
  IconFlame,
  IconLock,
  IconMail,
  IconPencil,
  IconShieldCheck,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useSession } from '../../session/session.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Message, Ticket } from '../queries.ts'
import { CoveredMessage } from './CoveredMessage.tsx'
import { DeliveryLine } from './DeliveryLine.tsx'
import { EditMessageModal } from './EditMessageModal.tsx'
import { CopyLine, SenderLine } from './MailLines.tsx'
import { type MessageDialog, MessageDialogs } from './MessageDialogs.tsx'
import { MessageFiles } from './MessageFiles.tsx'
import { MessageText } from './MessageText.tsx'
import { SplitModal } from './SplitModal.tsx'
import classes from './Thread.module.css'

interface Props {
  ticket: Ticket
  message: Message
}

/** So long its author may edit it; the server has the last word. */
const EDITABLE_MS = 15 * 60_000
const isFresh = (m: Message) => Date.now() - Date.parse(m.createdAt) < EDITABLE_MS

const nameOf = (m: Message): string =>
  m.authorName ?? m.from?.name ?? m.from?.email ?? (m.fromRequester ? 'Requester' : 'Wellkeep')

/** One entry of the thread: what was said, a note, or what happened. */
export function MessageCard({ ticket, message: m }: Props) {
  if (m.kind === 'system') return <SystemLine message={m} />
  return (
    <li className={classes.message} data-kind={m.kind}>
      <article aria-label={`${m.kind === 'internal' ? 'Internal note' : 'Message'} by ${nameOf(m)}`}>
        <Head ticket={ticket} message={m} />
        {m.phiState === 'purged' ? (
          <Tombstone message={m} />
        ) : m.masked ? (
          <CoveredMessage ticketId={ticket.id} message={m} />
        ) : (
          <MessageText text={m.body ?? ''} />
        )}
        <MessageFiles ticketId={ticket.id} messageId={m.id} />
        {m.from && <SenderLine ticket={ticket} message={m} />}
        {m.kind === 'public' && <CopyLine ticketId={ticket.id} messageId={m.id} />}
        {m.kind === 'public' && !m.fromRequester && <DeliveryLine ticketId={ticket.id} messageId={m.id} />}
      </article>
    </li>
  )
}

function Head({ ticket, message: m }: Props) {
  const may = useMay()
  const { user } = useSession()
  const [dialog, setDialog] = useState<MessageDialog | 'edit' | 'split'>()
  const close = () => setDialog(undefined)
  const acts = ticket.access.write && m.phiState !== 'purged'
  const clears = acts && m.phiState === 'suspected' && may('files:clear')
  const purges = acts && may('files:purge')
  const edits = acts && m.authorId === user.id && !m.masked && isFresh(m)
  const splits = acts && !ticket.mergedInto && may('tickets:merge')
  return (
    <div className={classes.head}>
      <PersonAvatar name={nameOf(m)} size={28} />
      <div className={classes.who}>
        <Text span fw={580} size="sm">
          {nameOf(m)}
        </Text>
        {m.fromRequester && (
          <Badge color="gray" variant="outline">
            requester
          </Badge>
        )}
        {m.kind === 'internal' && (
          <Badge color="amber" leftSection={<IconLock size={12} aria-hidden />}>
            internal note
          </Badge>
        )}
        {m.fromRequester && ticket.channel === 'email' && (
          <IconMail size={15} aria-label="came by e-mail" color="var(--mantine-color-dimmed)" />
        )}
        <Text span size="xs" c="dimmed">
          <TimeAgo at={m.createdAt} />
          {m.editedAt && ', edited'}
        </Text>
      </div>
      {(clears || purges || edits || splits) && (
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={`Actions for the message by ${nameOf(m)}`}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {edits && (
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setDialog('edit')}>
                Edit…
              </Menu.Item>
            )}
            {splits && (
              <Menu.Item leftSection={<IconArrowsSplit2 size={16} />} onClick={() => setDialog('split')}>
                Make a ticket of it…
              </Menu.Item>
            )}
            {clears && (
              <Menu.Item leftSection={<IconShieldCheck size={16} />} onClick={() => setDialog('clear')}>
                Clear: holds no PHI…
              </Menu.Item>
            )}
            {purges && (
              <Menu.Item color="red" leftSection={<IconFlame size={16} />} onClick={() => setDialog('purge')}>
                Purge the text…
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <MessageDialogs
        ticketId={ticket.id}
        messageId={m.id}
        dialog={dialog === 'clear' || dialog === 'purge' ? dialog : undefined}
        onClose={close}
      />
      {dialog === 'edit' && <EditMessageModal ticketId={ticket.id} message={m} onClose={close} />}
      {dialog === 'split' && <SplitModal ticketId={ticket.id} messageId={m.id} onClose={close} />}
    </div>
  )
}

const SystemLine = ({ message: m }: { message: Message }) => (
  <li className={classes.system}>
    <span>
      {m.authorName && `${m.authorName}: `}
      {m.body}
    </span>
    <span aria-hidden>·</span>
    <TimeAgo at={m.createdAt} />
  </li>
)

const Tombstone = ({ message: m }: { message: Message }) => (
  <Group gap={8} c="dimmed" wrap="nowrap">
    <IconFlame size={17} aria-hidden />
    <Text size="sm">
      This text was purged <TimeAgo at={m.purgedAt} />. The receipt is in the ticket’s history.
    </Text>
  </Group>
)
