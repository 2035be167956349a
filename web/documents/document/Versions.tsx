import { ActionIcon, Badge, Button, Group, Menu, Skeleton, Text } from '@mantine/core'
import {
  IconArrowsDiff,
  IconDots,
  IconDownload,
  IconEye,
  IconEyeExclamation,
  IconRestore,
  IconSend,
} from '@tabler/icons-react'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { sizeText } from '../../transfer/words.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type Document, documentsChanged, type Version } from '../queries.ts'
import { fileNotice } from '../words.ts'
import { CompareModal } from './CompareModal.tsx'
import classes from './DocumentPage.module.css'
import { PublishModal } from './PublishModal.tsx'
import { useStep } from './use-step.ts'
import { useVersions } from './use-versions.ts'

interface Props {
  document: Document
  shown: number | undefined
  onShow: (n: number) => void
}

/** Every version that there was, newest first. */
export function Versions({ document: d, shown, onShow }: Props) {
  const list = useVersions(d.id)
  if (list.loading) return <Skeleton h={64} />
  const numbered = list.rows.filter((v) => v.n !== null)
  return (
    <>
      <ErrorAlert error={list.error} onRetry={list.retry} />
      {numbered.length === 0 && (
        <Text c="dimmed" size="sm">
          None yet.
        </Text>
      )}
      <ol className={classes.versions} aria-label="Versions">
        {numbered.map((v) => (
          <Row key={v.id} document={d} version={v} shown={v.n === shown} onShow={onShow} />
        ))}
      </ol>
      {list.hasMore && (
        <Button variant="subtle" mt="xs" loading={list.loadingMore} onClick={list.loadMore}>
          Older versions
        </Button>
      )}
    </>
  )
}

function Row({
  document: d,
  version: v,
  shown,
  onShow,
}: {
  document: Document
  version: Version
  shown: boolean
  onShow: (n: number) => void
}) {
  const notice = fileNotice(v)
  return (
    <li className={classes.version} data-shown={shown || undefined}>
      <div style={{ minWidth: 0 }}>
        <Group gap={6}>
          <Text fw={560}>Version {v.n}</Text>
          {v.n === d.published && <Badge color="green">Published</Badge>}
          {v.n === d.latest && v.n !== d.published && <Badge color="gray">Newest</Badge>}
          {v.aside && <Badge color="amber">Beside</Badge>}
        </Group>
        <Text size="sm">
          <TimeAgo at={v.createdAt} />
          {v.authorName && ` by ${v.authorName}`}, {sizeText(v.size)}
        </Text>
        {v.restoredFrom && (
          <Text size="sm" c="dimmed">
            Brought back from version {v.restoredFrom}
          </Text>
        )}
        {v.aside && (
          <Text size="sm" c="dimmed">
            Made from version {v.base} while another came
          </Text>
        )}
        {v.note && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {v.note}
          </Text>
        )}
        {notice && (
          <Text size="sm" c="dimmed">
            {notice}
          </Text>
        )}
        {v.sha256 && (
          <details>
            <Text component="summary" size="xs" c="dimmed">
              SHA-256
            </Text>
            <span className={classes.hash}>{v.sha256}</span>
          </details>
        )}
      </div>
      <RowMenu document={d} version={v} onShow={onShow} />
    </li>
  )
}

function RowMenu({
  document: d,
  version: v,
  onShow,
}: {
  document: Document
  version: Version
  onShow: (n: number) => void
}) {
  const may = useMay()
  const [publishing, setPublishing] = useState(false)
  const [comparing, setComparing] = useState(false)
  const [revealing, setRevealing] = useState(false)
  const restore = useStep(d, 'restore', `Version ${v.n} is the newest again`)
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={`Actions for version ${v.n}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEye size={16} />} onClick={() => onShow(v.n!)}>
            Look at it
          </Menu.Item>
          {v.fileState === 'suspected' && !v.downloadable && may('files:reveal') && (
            <Menu.Item leftSection={<IconEyeExclamation size={16} />} onClick={() => setRevealing(true)}>
              Uncover for ten minutes…
            </Menu.Item>
          )}
          {v.downloadable && (
            <Menu.Item
              component="a"
              href={`/api/v1/documents/${d.id}/versions/${v.n}/content`}
              download
              leftSection={<IconDownload size={16} />}
            >
              Download
            </Menu.Item>
          )}
          {d.writable && v.n !== d.latest && v.downloadable && (
            <Menu.Item leftSection={<IconArrowsDiff size={16} />} onClick={() => setComparing(true)}>
              Compare with the newest…
            </Menu.Item>
          )}
          {d.writable && v.n !== d.latest && (
            <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => restore.mutate({ n: v.n! })}>
              Make it the newest
            </Menu.Item>
          )}
          {d.writable && may('documents:publish') && v.n !== d.published && (
            <Menu.Item leftSection={<IconSend size={16} />} onClick={() => setPublishing(true)}>
              Publish this version…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={revealing}
        onClose={() => setRevealing(false)}
        title={`Uncover version ${v.n}?`}
        confirmLabel="Uncover"
        reason={{ label: 'Why do you need to see it?', required: true }}
        onConfirm={async (reason) => {
          await ok(
            api.POST('/api/v1/files/{id}/reveal', { params: { path: { id: v.fileId } }, body: { reason } }),
          )
          await documentsChanged()
        }}
      >
        You can look at it and download it for ten minutes. The log keeps that you did.
      </ConfirmModal>
      {comparing && (
        <CompareModal document={d} from={v.n!} to={d.latest} onClose={() => setComparing(false)} />
      )}
      {publishing && <PublishModal document={d} n={v.n!} onClose={() => setPublishing(false)} />}
    </>
  )
}
