import { IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import plain from '../../ui/plain/plain.module.css'
import { Tag } from '../../ui/plain/Tag.tsx'
import type { Announcement } from '../queries.ts'
import classes from './Announcements.module.css'

const COLORS = { important: 'amber', urgent: 'red' } as const

/** One announcement, with its lines as they were written, and a button that says one has read it. */
export function AnnouncementCard({ announcement: a }: { announcement: Announcement }) {
  const { t } = useWords('reader')
  const { moment } = useFormats()
  const read = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/announcements/{id}/read', { params: { path: { id: a.id } }, body: {} })),
    meta: { touches: ['announcements'] },
  })
  return (
    <article className={classes.card} data-importance={a.importance} aria-labelledby={`announcement-${a.id}`}>
      <div className={classes.head}>
        <h3 className={classes.title} id={`announcement-${a.id}`}>
          {a.title}
        </h3>
        {a.importance !== 'normal' && (
          <Tag color={COLORS[a.importance]}>{t(`announcements.${a.importance}`)}</Tag>
        )}
      </div>
      <p className={`${plain.small} ${plain.dimmed}`}>
        {t('announcements.since', { at: moment(a.startsAt) })}
        {a.endsAt && ` · ${t('announcements.until', { at: moment(a.endsAt) })}`}
      </p>
      <p className={classes.text}>{a.text}</p>
      {a.readAt ? (
        <p className={`${plain.small} ${plain.dimmed}`}>
          {t('announcements.readAt', { at: moment(a.readAt) })}
        </p>
      ) : (
        <button
          type="button"
          className={plain.button}
          data-kind="default"
          disabled={read.isPending}
          onClick={() => read.mutate()}
        >
          <IconCheck size={17} aria-hidden />
          {t('announcements.read')}
        </button>
      )}
      {read.error && (
        <p className={`${plain.small} ${plain.error}`} role="alert">
          {t('announcements.failed')}
        </p>
      )}
    </article>
  )
}
