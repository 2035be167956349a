import { Text } from '@mantine/core'
import { IconChevronRight, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok, PASSIVE } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import type { NavItem } from '../shell/nav.ts'
import { Section } from '../ui/Section.tsx'
import classes from './FirstSteps.module.css'

interface Step {
  to: NavItem['to']
  title: string
  text: string
  done: boolean
}

/** What a new organization needs before its people can work; gone when it is all there. */
export function FirstSteps() {
  const may = useMay()
  const { data: steps } = useQuery({
    queryKey: ['first-steps'],
    queryFn: ({ signal }) => look(signal, may('clients:import')),
    enabled: may('users:manage') && may('teams:manage') && may('facilities:manage'),
  })
  if (!steps || steps.every((s) => s.done)) return null
  const done = steps.filter((s) => s.done).length
  return (
    <Section title="First steps" description={`${done} of ${steps.length} done`}>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.title}>
            <Link to={step.to} className={classes.step}>
              {step.done ? (
                <IconCircleCheckFilled size={22} className={classes.done} aria-label="Done" role="img" />
              ) : (
                <IconCircleDashed size={22} aria-label="To do" role="img" />
              )}
              <span className={classes.text}>
                <Text span fw={560} c={step.done ? 'dimmed' : undefined}>
                  {step.title}
                </Text>
                <Text span size="xs" c="dimmed">
                  {step.text}
                </Text>
              </span>
              <IconChevronRight size={17} aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}

async function look(signal: AbortSignal, imports: boolean): Promise<Step[]> {
  const options = { params: { query: { limit: 2 } }, headers: PASSIVE, signal }
  const [facilities, walls, groups, users] = await Promise.all([
    ok(api.GET('/api/v1/facilities', options)),
    ok(api.GET('/api/v1/walls', { headers: PASSIVE, signal })),
    ok(api.GET('/api/v1/client-groups', options)),
    ok(api.GET('/api/v1/users', options)),
  ])
  return [
    {
      to: '/facilities',
      title: 'Add your facilities',
      text: 'Each clinic or branch, with its time zone.',
      done: facilities.items.length > 0,
    },
    {
      to: '/teams',
      title: 'Make teams and client groups',
      text: 'Who works together, and which clients belong together.',
      done: walls.teams.length > 0 && walls.groups.length > 0,
    },
    {
      to: '/teams',
      title: 'Open the walls',
      text: 'Which team may see which clients. What no wall opens is closed.',
      done: walls.walls.length > 0,
    },
    {
      to: '/users/invite',
      title: 'Invite your colleagues',
      text: 'Those who serve clients, and a privacy officer.',
      done: users.items.length > 1,
    },
    {
      to: imports ? '/imports' : '/users/invite',
      title: 'Bring in your clients',
      text: imports
        ? 'From a CSV file, or from FHIR R4.'
        : 'A care coordinator does this, from a CSV file or FHIR R4: invite one.',
      done: groups.items.some((g) => g.clientCount > 0),
    },
  ]
}
