import { NativeSelect, Skeleton, Stack, TextInput, Title, VisuallyHidden } from '@mantine/core'
import { IconExternalLink, IconLink, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { LINK_ICONS } from '../icons.ts'
import { type LinkPage, linksQuery } from '../queries.ts'
import { fitting } from './fitting.ts'
import classes from './Links.module.css'

/** From so many links on one may look for a word. */
const MANY = 8

/** The navigation page: what is meant for the reader, by group; of one facility where they belong to several. */
export function LinkGroups() {
  const { t } = useWords('reader')
  const links = useQuery(linksQuery)
  const [facility, setFacility] = useState('')
  const [word, setWord] = useState('')
  if (links.error && !links.data)
    return <ErrorAlert error={links.error} onRetry={() => void links.refetch()} />
  if (!links.data) return <Loading />
  const { groups, facilities } = links.data
  const total = groups.reduce((sum, g) => sum + g.links.length, 0)
  if (total === 0)
    return (
      <EmptyState icon={IconLink} title={t('links.empty')}>
        {t('links.emptyHint')}
      </EmptyState>
    )
  const shown = fitting(groups, { facility, word })
  return (
    <>
      {(facilities.length > 1 || total > MANY) && (
        <div className={classes.filters}>
          {total > MANY && (
            <TextInput
              type="search"
              label={t('links.find')}
              leftSection={<IconSearch size={17} />}
              value={word}
              onChange={(event) => setWord(event.currentTarget.value)}
            />
          )}
          {facilities.length > 1 && (
            <NativeSelect
              label={t('links.facility')}
              value={facility}
              onChange={(event) => setFacility(event.currentTarget.value)}
              data={[
                { value: '', label: t('links.all') },
                ...facilities.map((f) => ({ value: f.id, label: f.name })),
              ]}
            />
          )}
        </div>
      )}
      {shown.length === 0 && (
        <EmptyState icon={IconSearch} title={t('links.none')}>
          {t('links.noneHint')}
        </EmptyState>
      )}
      {shown.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </>
  )
}

function Group({ group }: { group: LinkPage['groups'][number] }) {
  const { t } = useWords('reader')
  return (
    <section className={classes.group} aria-labelledby={`links-${group.id}`}>
      <Title order={2} size="h3" id={`links-${group.id}`} className={classes.title}>
        {group.name}
      </Title>
      <ul className={classes.grid}>
        {group.links.map(({ id, title, note, url, icon }) => {
          const Icon = LINK_ICONS[icon].icon
          return (
            <li key={id}>
              <a href={url} target="_blank" rel="noopener noreferrer" className={classes.link}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={21} stroke={1.7} />
                </span>
                <span className={classes.text}>
                  <span className={classes.name}>{title}</span>
                  {note && <span className={classes.note}>{note}</span>}
                  <VisuallyHidden>({t('links.opens')})</VisuallyHidden>
                </span>
                <IconExternalLink size={16} aria-hidden className={classes.out} />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Loading = () => (
  <Stack aria-busy gap="sm">
    <Skeleton h={26} w={160} />
    <Skeleton h={62} radius="lg" />
    <Skeleton h={62} radius="lg" />
    <Skeleton h={62} radius="lg" />
  </Stack>
)
