import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowRight,
  IconDots,
  IconDownload,
  IconEye,
  IconFlame,
  IconPhoto,
  IconShieldCheck,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { type FileDialog, FileDialogs } from './FileDialogs.tsx'
import type { StoredFile } from './queries.ts'

/** What may be done with a file, in its state and by this person. */
export function FileMenu({ file: f, writes }: { file: StoredFile; writes: boolean }) {
  const may = useMay()
  const [dialog, setDialog] = useState<FileDialog>()
  const suspected = f.state === 'suspected'
  const items = [
    f.downloadable && (
      <Menu.Item
        key="get"
        component="a"
        href={`/api/v1/files/${f.id}/content`}
        download
        leftSection={<IconDownload size={16} />}
      >
        Download
      </Menu.Item>
    ),
    f.preview === 'pages' && (
      <Menu.Item key="look" leftSection={<IconPhoto size={16} />} onClick={() => setDialog('look')}>
        Look at it
      </Menu.Item>
    ),
    suspected && !f.downloadable && may('files:reveal') && (
      <Menu.Item key="reveal" leftSection={<IconEye size={16} />} onClick={() => setDialog('reveal')}>
        Uncover for ten minutes…
      </Menu.Item>
    ),
    writes && suspected && may('files:clear') && (
      <Menu.Item key="clear" leftSection={<IconShieldCheck size={16} />} onClick={() => setDialog('clear')}>
        Clear: holds no PHI…
      </Menu.Item>
    ),
    writes && f.ownerType === 'ticket' && f.state !== 'infected' && may('files:move') && (
      <Menu.Item key="move" leftSection={<IconArrowRight size={16} />} onClick={() => setDialog('move')}>
        Move into a client’s record…
      </Menu.Item>
    ),
    writes && may('files:purge') && (
      <Menu.Item
        key="purge"
        color="red"
        leftSection={<IconFlame size={16} />}
        onClick={() => setDialog('purge')}
      >
        Purge for good…
      </Menu.Item>
    ),
  ].filter(Boolean)
  if (items.length === 0) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${f.name ?? 'the file'}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{items}</Menu.Dropdown>
      </Menu>
      <FileDialogs file={f} dialog={dialog} onClose={() => setDialog(undefined)} />
    </>
  )
}
