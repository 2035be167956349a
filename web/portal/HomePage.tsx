import { Badge, Button, Skeleton, Text } from '@mantine/core'
import { IconBuildingHospital, IconMessagePlus, IconPhone, IconPlus, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/language.ts'
import { UnreadAnnouncements } from '../resources/announcements/UnreadAnnouncements.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { ToRead } from './documents/ToRead.tsx'
import { FormsToDo } from './forms/FormsToDo.tsx'
import { ThreadList } from './messages/ThreadList.tsx'
import { meQuery, requestsQuery, threadsQuery } from './queries.ts'
import { RequestList } from './requests/RequestList.tsx'
import { ToSignCard } from './signatures/ToSignCard.tsx'

/** Where a portal person begins: what is new, whom they are here for, and whom to call. */
export function HomePage() {
  const { t } = useWords('portal')
  const me = useQuery(meQuery)
  const threads = useQuery(threadsQuery)
  const requests = useQuery(requestsQuery)
  const open = requests.data?.items.filter((r) => !r.done || r.unread > 0)
  if (me.error) return <ErrorAlert error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data)
    return (
      <>
        <Skeleton h={40} w={220} mb="lg" />
        <Skeleton h={180} radius="lg" mb="md" />
        <Skeleton h={120} radius="lg" />
      </>
    )
  const { name, organization, clients, facilities } = me.data
  return (
    <>
      <PageHeader
        title={t('home.hello', { name: name.split(' ')[0] ?? name })}
        description={t('home.about', { organization })}
      />
      <ToRead />
      <UnreadAnnouncements all="/portal/announcements" />
      <FormsToDo />
      <ToSignCard />
      {clients.length > 0 && (
        <Card
          title={t('home.messages')}
          action={
            <Button
              component={Link}
              to="/portal/messages/new"
              variant="light"
              leftSection={<IconMessagePlus size={18} />}
            >
              {t('home.write')}
            </Button>
          }
        >
          <ErrorAlert error={threads.error} onRetry={() => void threads.refetch()} />
          {!threads.data && !threads.error && <Skeleton h={56} />}
          {threads.data?.items.length === 0 && <Text c="dimmed">{t('home.noMessages')}</Text>}
          {threads.data && <ThreadList items={threads.data.items.slice(0, 3)} />}
        </Card>
      )}
      <Card
        title={t('home.requests')}
        action={
          <Button
            component={Link}
            to="/portal/requests/new"
            variant="light"
            leftSection={<IconPlus size={18} />}
          >
            {t('home.ask')}
          </Button>
        }
      >
        <ErrorAlert error={requests.error} onRetry={() => void requests.refetch()} />
        {!requests.data && !requests.error && <Skeleton h={56} />}
        {open?.length === 0 && <Text c="dimmed">{t('home.noRequests')}</Text>}
        {open && <RequestList items={open.slice(0, 3)} />}
      </Card>
      {clients.length > 0 && (
        <Card title={t('home.people')}>
          <ul className={classes.list}>
            {clients.map((c) => (
              <li key={c.id}>
                <div className={classes.row}>
                  <IconUser size={22} stroke={1.6} aria-hidden />
                  <span className={`${classes.grow} ${classes.name}`}>{c.name}</span>
                  {c.self && <Badge color="gray">{t('home.self')}</Badge>}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {facilities.length > 0 && (
        <Card title={t('home.facilities')}>
          <ul className={classes.list}>
            {facilities.map((f) => (
              <li key={f.id}>
                <div className={classes.row}>
                  <IconBuildingHospital size={22} stroke={1.6} aria-hidden />
                  <div className={classes.grow}>
                    <div className={classes.name}>{f.name}</div>
                    {f.address.map((line) => (
                      <Text key={line} size="sm" c="dimmed">
                        {line}
                      </Text>
                    ))}
                  </div>
                  {f.phone && (
                    <Button
                      component="a"
                      href={`tel:${f.phone.replace(/[^+\d]/g, '')}`}
                      variant="default"
                      aria-label={t('home.call', { place: f.name })}
                      leftSection={<IconPhone size={18} />}
                    >
                      {f.phone}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
