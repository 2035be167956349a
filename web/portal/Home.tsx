import { IconBuildingHospital, IconMessagePlus, IconPhone, IconPlus, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/language.ts'
import { UnreadAnnouncements } from '../resources/announcements/UnreadAnnouncements.tsx'
import { Go } from '../ui/plain/Go.tsx'
import { PlainHeader } from '../ui/plain/PlainHeader.tsx'
import plain from '../ui/plain/plain.module.css'
import { Tag } from '../ui/plain/Tag.tsx'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { ToRead } from './documents/ToRead.tsx'
import { FormsToDo } from './forms/FormsToDo.tsx'
import { ThreadList } from './messages/ThreadList.tsx'
import { PortalPageSkeleton } from './PortalSkeleton.tsx'
import { meQuery, requestsQuery, threadsQuery } from './queries.ts'
import { RequestList } from './requests/RequestList.tsx'
import { ToSignCard } from './signatures/ToSignCard.tsx'

const dimmed = `${plain.text} ${plain.dimmed}`

interface Props {
  /** Says that something could not be had. */
  problem: (error: unknown, again: () => unknown) => ReactNode
}

/**
 * Where a portal person begins: what is new, whom they are here for, and whom to call. In plain HTML, so that it stands on
 * a slow phone before the app has been loaded.
 */
export function Home({ problem }: Props) {
  const { t } = useWords('portal')
  const me = useQuery(meQuery)
  const threads = useQuery(threadsQuery)
  const requests = useQuery(requestsQuery)
  const open = requests.data?.items.filter((r) => !r.done || r.unread > 0)
  if (me.error) return problem(me.error, me.refetch)
  if (!me.data) return <PortalPageSkeleton />
  const { name, organization, clients, facilities } = me.data
  return (
    <>
      <PlainHeader
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
            <Go to="/portal/messages/new" className={plain.button}>
              <IconMessagePlus size={18} aria-hidden />
              {t('home.write')}
            </Go>
          }
        >
          {threads.error && problem(threads.error, threads.refetch)}
          {!threads.data && !threads.error && <div className="wk-bone" style={{ height: 56 }} />}
          {threads.data?.items.length === 0 && <p className={dimmed}>{t('home.noMessages')}</p>}
          {threads.data && <ThreadList items={threads.data.items.slice(0, 3)} />}
        </Card>
      )}
      <Card
        title={t('home.requests')}
        action={
          <Go to="/portal/requests/new" className={plain.button}>
            <IconPlus size={18} aria-hidden />
            {t('home.ask')}
          </Go>
        }
      >
        {requests.error && problem(requests.error, requests.refetch)}
        {!requests.data && !requests.error && <div className="wk-bone" style={{ height: 56 }} />}
        {open?.length === 0 && <p className={dimmed}>{t('home.noRequests')}</p>}
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
                  {c.self && <Tag color="gray">{t('home.self')}</Tag>}
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
                      <div key={line} className={`${plain.small} ${plain.dimmed}`}>
                        {line}
                      </div>
                    ))}
                  </div>
                  {f.phone && (
                    <a
                      href={`tel:${f.phone.replace(/[^+\d]/g, '')}`}
                      className={plain.button}
                      data-kind="default"
                      aria-label={t('home.call', { place: f.name, phone: f.phone })}
                    >
                      <IconPhone size={18} aria-hidden />
                      {f.phone}
                    </a>
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
