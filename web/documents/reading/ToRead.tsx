import { Text } from '@mantine/core'
import { IconBook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/Section.tsx'
import { calendarDate } from '../../ui/time.ts'
import classes from '../folder/FolderList.module.css'
import { toReadQuery } from './queries.ts'

/** What one is asked to read and has not yet; nothing where there is nothing. */
export function ToRead() {
  const items = useQuery(toReadQuery).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title="To read" description="You are asked to read these and to say that you did.">
      <ul className={classes.list} aria-label="To read">
        {items.map(({ document: d, dueOn }) => (
          <li key={d.id}>
            <Link to="/documents/$documentId" params={{ documentId: d.id }} className={classes.folder}>
              <IconBook size={22} stroke={1.6} className={classes.icon} aria-hidden />
              <span className={classes.text}>
                <span className={classes.name}>{d.name}</span>
                {dueOn && (
                  <Text span display="block" size="xs" c={isOver(dueOn) ? 'red.7' : 'dimmed'}>
                    {isOver(dueOn) ? 'Was due' : 'Until'} {calendarDate(dueOn)}
                  </Text>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const isOver = (day: string): boolean => day < new Date().toISOString().slice(0, 10)
