import { Skeleton, Stack, Title } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { type Announcement, announcementsQuery } from '../queries.ts'
import { AnnouncementCard } from './AnnouncementCard.tsx'
import classes from './Announcements.module.css'

/** What is announced to the reader: what they have not read, and what they have. */
export function AnnouncementList() {
  const { t } = useWords('reader')
  const announced = useQuery(announcementsQuery)
  if (announced.error && !announced.data)
    return <ErrorAlert error={announced.error} onRetry={() => void announced.refetch()} />
  if (!announced.data)
    return (
      <Stack aria-busy>
        <Skeleton h={130} radius="lg" />
        <Skeleton h={130} radius="lg" />
      </Stack>
    )
  const { items } = announced.data
  if (items.length === 0)
    return (
      <EmptyState icon={IconSpeakerphone} title={t('announcements.empty')}>
        {t('announcements.emptyHint')}
      </EmptyState>
    )
  return (
    <>
      <Part title={t('announcements.new')} items={items.filter((a) => !a.readAt)} />
      <Part title={t('announcements.earlier')} items={items.filter((a) => a.readAt)} />
    </>
  )
}

function Part({ title, items }: { title: string; items: Announcement[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <ul className={classes.list}>
        {items.map((a) => (
          <li key={a.id}>
            <AnnouncementCard announcement={a} />
          </li>
        ))}
      </ul>
    </section>
  )
}
