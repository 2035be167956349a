import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBook,
  IconDots,
  IconDownload,
  IconFolderSymlink,
  IconLink,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useSession } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { MoveModal } from '../folder/MoveModal.tsx'
import { type Document, documentsChanged } from '../queries.ts'
import { ReadersModal } from '../reading/ReadersModal.tsx'
import { ShareModal } from '../shared/ShareModal.tsx'
import { DestroyModal } from './DestroyModal.tsx'
import { EditModal } from './EditModal.tsx'
import { PublishModal } from './PublishModal.tsx'
import { sendStep, useStep } from './use-step.ts'

type Dialog = 'destroy' | 'publish' | 'withdraw' | 'edit' | 'move' | 'readers' | 'share'

/** What may be done with a document, in its state and by this person. */
export function Actions({ document: d }: { document: Document }) {
  const may = useMay()
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const publishes = d.writable && may('documents:publish')
  return (
    <>
      {d.content?.downloadable && (
        <Button
          component="a"
          href={`/api/v1/documents/${d.id}/versions/${d.content.n}/content`}
          download
          variant="default"
          leftSection={<IconDownload size={17} />}
        >
          Download
        </Button>
      )}
      {publishes && d.latest > 0 && d.published !== d.latest && (
        <Button leftSection={<IconSend size={17} />} onClick={() => setDialog('publish')}>
          Publish
        </Button>
      )}
      {(d.writable || may('documents:share') || may('documents:destroy')) && (
        <MoreMenu document={d} onChoose={setDialog} />
      )}
      {dialog === 'publish' && <PublishModal document={d} n={d.latest} onClose={close} />}
      {dialog === 'edit' && <EditModal document={d} onClose={close} />}
      {dialog === 'readers' && <ReadersModal document={d} onClose={close} />}
      {dialog === 'share' && <ShareModal document={d} onClose={close} />}
      {dialog === 'move' && <MoveModal what={d} type="document" onClose={close} />}
      <ConfirmModal
        opened={dialog === 'withdraw'}
        onClose={close}
        title={`Withdraw “${d.name}”?`}
        confirmLabel="Withdraw"
        reason={{ label: 'Why? (optional)', required: false }}
        onConfirm={async (reason) => {
          await sendStep(d, 'withdraw', reason.length >= 3 ? { reason } : {})
          await documentsChanged()
        }}
      >
        Nobody reads it any more, until it is published again. Its versions stay.
      </ConfirmModal>
      {dialog === 'destroy' && <DestroyModal document={d} onClose={close} />}
    </>
  )
}

function MoreMenu({ document: d, onChoose }: { document: Document; onChoose: (dialog: Dialog) => void }) {
  const may = useMay()
  const me = useSession().user.id
  const checkOut = useStep(d, 'check-out', 'Checked out: nobody else adds a version')
  const checkIn = useStep(d, 'check-in', 'Checked in')
  const holds = d.checkedOut?.userId === me
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="lg" aria-label="More actions">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {d.published !== null && may('documents:share') && (
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => onChoose('share')}>
            Share by link…
          </Menu.Item>
        )}
        {d.writable && may('documents:publish') && (
          <Menu.Item leftSection={<IconBook size={16} />} onClick={() => onChoose('readers')}>
            Required reading…
          </Menu.Item>
        )}
        {d.writable && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onChoose('edit')}>
            Edit name, tags and dates…
          </Menu.Item>
        )}
        {d.writable && (
          <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => onChoose('move')}>
            Move…
          </Menu.Item>
        )}
        {d.writable && !d.checkedOut && (
          <Menu.Item leftSection={<IconLock size={16} />} onClick={() => checkOut.mutate({})}>
            Check out to edit
          </Menu.Item>
        )}
        {d.writable && d.checkedOut && (holds || may('documents:manage')) && (
          <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => checkIn.mutate({})}>
            {holds ? 'Check in' : 'Take back the check-out'}
          </Menu.Item>
        )}
        {d.writable && d.state === 'published' && may('documents:publish') && (
          <Menu.Item
            color="red"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => onChoose('withdraw')}
          >
            Withdraw…
          </Menu.Item>
        )}
        {may('documents:destroy') && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onChoose('destroy')}>
            Destroy for good…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
