import { Button, Menu } from '@mantine/core'
import { IconArrowMerge, IconDots, IconLink, IconPencil, IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../session/session.ts'
import type { TicketVersion } from '../queries.ts'
import { ClientModal } from './ClientModal.tsx'
import { LinkModal } from './LinkModal.tsx'
import { SubjectModal } from './SubjectModal.tsx'

type Dialog = 'subject' | 'client' | 'link' | 'merge'

/** What is done seldom with a ticket as a whole. */
export function MoreMenu(version: TicketVersion) {
  const may = useMay()
  const [dialog, setDialog] = useState<Dialog>()
  if (!version.ticket.access.write) return null
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={17} />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setDialog('subject')}>
            Change the subject…
          </Menu.Item>
          {may('clients:read') && (
            <Menu.Item leftSection={<IconUserSearch size={16} />} onClick={() => setDialog('client')}>
              Change the client…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => setDialog('link')}>
            Link to a ticket…
          </Menu.Item>
          {may('tickets:merge') && (
            <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => setDialog('merge')}>
              Merge into another…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'subject' && <SubjectModal {...version} onClose={close} />}
      {dialog === 'client' && <ClientModal {...version} onClose={close} />}
      {(dialog === 'link' || dialog === 'merge') && (
        <LinkModal ticket={version.ticket} what={dialog} onClose={close} />
      )}
    </>
  )
}
