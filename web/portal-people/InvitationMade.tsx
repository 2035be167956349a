import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { CopyOnce } from '../ui/CopyOnce.tsx'
import { dayAndTime } from '../ui/time.ts'
import type { Invited } from './queries.ts'

/** What came of an invitation: a code to hand over, a mail on its way, or a tie to an account that was there. */
export function InvitationMade({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { code, person, existing } = invited
  return (
    <Stack>
      {code ? (
        <>
          <CopyOnce label={`The code for ${person.name}`} value={code}>
            Read it out or print it. It works once, until {dayAndTime(invited.expiresAt!)}, and is shown only
            now.
          </CopyOnce>
          <Text>
            They open <b>{location.host}/portal/join</b> on their phone or computer and type it there.
          </Text>
        </>
      ) : (
        <Text>
          {existing && person.status === 'active'
            ? `${person.name} has an account already, and now sees this too. No new invitation is needed.`
            : `A mail with a link is on its way to ${person.email}. The link works once, for seven days.`}
        </Text>
      )}
      <Group justify="flex-end" className="wk-no-print">
        {code && (
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => print()}>
            Print
          </Button>
        )}
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}
