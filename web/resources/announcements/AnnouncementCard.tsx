import { Badge, Button, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { toastError } from '../../ui/toast.tsx'
import type { Announcement } from '../queries.ts'
import classes from './Announcements.module.css'

const COLORS = { important: 'amber', urgent: 'red' } as const

/** One announcement, with its lines as they were written, and a button that says one has read it. */
export function AnnouncementCard({ announcement: a }: { announcement: Announcement }) {
  const { t } = useWords('reader')
  const { moment } = useFormats()
  const read = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/announcements/{id}/read', { params: { path: { id: a.id } }, body: {} }),
    onError: (error) => toastError(error, t('announcements.failed')),
    meta: { touches: ['announcements'] },
  })
  return (
    <article className={classes.card} data-importance={a.importance} aria-labelledby={`announcement-${a.id}`}>
      <div className={classes.head}>
        <h3 className={classes.title} id={`announcement-${a.id}`}>
          {a.title}
        </h3>
        {a.importance !== 'normal' && (
          <Badge color={COLORS[a.importance]} variant="light">
            {t(`announcements.${a.importance}`)}
          </Badge>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {t('announcements.since', { at: moment(a.startsAt) })}
        {a.endsAt && ` · ${t('announcements.until', { at: moment(a.endsAt) })}`}
      </Text>
      <p className={classes.text}>{a.text}</p>
      {a.readAt ? (
        <Text size="sm" c="dimmed">
          {t('announcements.readAt', { at: moment(a.readAt) })}
        </Text>
      ) : (
        <Button
          variant="default"
          leftSection={<IconCheck size={17} />}
          loading={read.isPending}
          onClick={() => read.mutate()}
        >
          {t('announcements.read')}
        </Button>
      )}
    </article>
  )
}
