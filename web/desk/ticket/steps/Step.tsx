import { Badge, Button, Checkbox, Group, Text } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useSession } from '../../../session/session.ts'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { TicketStep } from '../../queries.ts'
import classes from './Steps.module.css'

interface Props {
  step: TicketStep
  locked: boolean
  onAct: (action: 'done' | 'undo' | 'skip') => void
  /** Does it with a note. */
  onNote: () => void
}

/** One step; who may do it is said before somebody tries. */
export function Step({ step: s, locked, onAct, onNote }: Props) {
  const { user, roles } = useSession()
  const settled = s.state === 'done' || s.state === 'skipped'
  const foreign = s.role !== null && !roles.some((r) => r.id === s.role!.id)
  const waitsForOther = s.state === 'half' && s.doneBy?.id === user.id
  const mine = !locked && !settled && s.builtIn === null && !foreign && !waitsForOther
  return (
    <li className={classes.step} data-settled={settled || undefined}>
      <Checkbox
        checked={s.state === 'done'}
        indeterminate={s.state === 'half'}
        disabled={locked || s.builtIn !== null || foreign || waitsForOther || s.state === 'skipped'}
        onChange={() => onAct(s.state === 'done' ? 'undo' : 'done')}
        label={
          <>
            {s.builtIn && (
              <IconShieldExclamation size={15} aria-hidden style={{ verticalAlign: -2, marginRight: 4 }} />
            )}
            {s.title}
          </>
        }
      />
      <Group gap={6} ml={30}>
        {!s.required && !settled && <Badge color="gray">optional</Badge>}
        {s.role && !settled && <Badge color="gray">for {s.role.name}</Badge>}
        {s.people === 2 && s.state !== 'done' && <Badge color="gray">two people</Badge>}
        <Text size="xs" c="dimmed">
          <Who step={s} you={user.id} />
        </Text>
        {mine && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`${s.title}: done, with a note`}
            onClick={onNote}
          >
            With a note…
          </Button>
        )}
        {!locked && !s.required && s.state === 'open' && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onAct('skip')}>
            Skip
          </Button>
        )}
        {!locked && (s.state === 'skipped' || waitsForOther) && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onAct('undo')}>
            Undo
          </Button>
        )}
      </Group>
      {s.note && (
        <Text size="sm" ml={30} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {s.note}
        </Text>
      )}
    </li>
  )
}

function Who({ step: s, you }: { step: TicketStep; you: string }) {
  if (s.builtIn && s.state !== 'done') return 'Done when every suspected file and message is settled'
  if (s.state === 'half')
    return s.doneBy?.id === you ? 'A second person must confirm it' : `${s.doneBy?.name} did it: confirm it`
  if (s.state === 'skipped') return 'skipped'
  if (s.state !== 'done' || !s.doneBy) return null
  return (
    <>
      {[s.doneBy.name, s.secondBy?.name].filter(Boolean).join(' and ')},{' '}
      <TimeAgo at={s.secondAt ?? s.doneAt} />
    </>
  )
}
