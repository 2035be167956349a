import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { Uploader } from '../../files/Uploader.tsx'
import { useUploaderWords } from '../../files/use-uploader-words.ts'
import { useWords } from '../../i18n/language.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import classes from '../Card.module.css'
import { Card } from '../Card.tsx'
import { documentsChanged, folderTarget, type Upload, uploadsQuery } from './queries.ts'

/** The way in for a client's documents: chosen, dropped or photographed; and what of it broke off before. */
export function SendDocuments({ folderId }: { folderId: string }) {
  const { t } = useWords('documents')
  const [sending, setSending] = useState(false)
  const target = useMemo(() => folderTarget(folderId), [folderId])
  const onBusy = (busy: boolean) => {
    setSending(busy)
    if (!busy) void documentsChanged()
  }
  return (
    <>
      <Card title={t('upload.label')}>
        <Uploader
          large
          target={target}
          onBusy={onBusy}
          onDone={() => void documentsChanged()}
          words={useUploaderWords()}
        />
        <Text size="sm" c="dimmed" mt="xs">
          {t('upload.hint')}
        </Text>
      </Card>
      {!sending && <Unfinished folderId={folderId} />}
    </>
  )
}

/** Uploads that broke off, on whichever device: the same file, chosen again, goes on. The server alone keeps them. */
function Unfinished({ folderId }: { folderId: string }) {
  const { t } = useWords('documents')
  const items = useQuery(uploadsQuery(folderId)).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('unfinished.title')}>
      <Text c="dimmed">{t('unfinished.hint')}</Text>
      <ul className={classes.list} aria-label={t('unfinished.title')}>
        {items.map((u) => (
          <One key={u.uploadId} upload={u} />
        ))}
      </ul>
    </Card>
  )
}

function One({ upload: u }: { upload: Upload }) {
  const { t } = useWords('documents')
  const remove = useMutation({
    mutationFn: () =>
      ok(
        api.DELETE('/api/v1/portal/documents/{id}/uploads/{uploadId}', {
          params: { path: { id: u.documentId, uploadId: u.uploadId } },
        }),
      ),
    meta: { touches: ['documents'] },
    onSuccess: () => toast(t('unfinished.removed')),
    onError: (error) => toastError(error),
  })
  return (
    <li>
      <div className={classes.row}>
        <div className={classes.grow}>
          <div className={classes.name}>{u.name}</div>
          <Text size="sm" c="dimmed">
            {t('unfinished.arrived', { share: Math.floor((u.received / u.size) * 100) })}
          </Text>
        </div>
        <Button
          variant="default"
          aria-label={t('unfinished.removeLabel', { name: u.name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('unfinished.remove')}
        </Button>
      </div>
    </li>
  )
}
