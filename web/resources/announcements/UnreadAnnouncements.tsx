import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useWords } from '../../i18n/language.ts'
import { TranslatedPart } from '../../i18n/Translated.tsx'
import { Go } from '../../ui/plain/Go.tsx'
import plain from '../../ui/plain/plain.module.css'
import { Section } from '../../ui/Section.tsx'
import { type Announcement, announcementsQuery } from '../queries.ts'
import { AnnouncementCard } from './AnnouncementCard.tsx'
import classes from './Announcements.module.css'

/** What is announced and not read yet, for start pages; nothing where there is none. */
export function UnreadAnnouncements({ all = '/announcements' }: { all?: string }) {
  const { data } = useQuery(announcementsQuery)
  const unread = data?.items.filter((a) => !a.readAt) ?? []
  if (unread.length === 0) return null
  return (
    <TranslatedPart>
      <Suspense>
        <Unread unread={unread} all={all} />
      </Suspense>
    </TranslatedPart>
  )
}

function Unread({ unread, all }: { unread: Announcement[]; all: string }) {
  const { t } = useWords('reader')
  return (
    <Section
      title={t('announcements.new')}
      actions={
        <Go to={all} className={`${plain.link} wk-tap`}>
          {t('announcements.all')}
        </Go>
      }
    >
      <ul className={classes.list}>
        {unread.map((a) => (
          <li key={a.id}>
            <AnnouncementCard announcement={a} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
