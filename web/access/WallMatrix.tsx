import { Skeleton, Table } from '@mantine/core'
import { IconWall } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useIsPhone } from '../ui/use-is-phone.ts'
import { useWalls } from './use-walls.ts'
import { type Choice, WallChoice } from './WallChoice.tsx'
import classes from './WallMatrix.module.css'

/** Teams by client groups: what each wall opens. A change takes effect with the next request of anybody. */
export function WallMatrix({ editable }: { editable: boolean }) {
  const { walls, accessOf, change } = useWalls()
  const phone = useIsPhone()
  if (walls.error && !walls.data)
    return <ErrorAlert error={walls.error} onRetry={() => void walls.refetch()} />
  if (!walls.data) return <Skeleton h={190} radius="lg" aria-label="Loading" />
  const { teams, groups } = walls.data
  if (!teams.length || !groups.length)
    return (
      <EmptyState icon={IconWall} title="No walls yet">
        Make a team and a client group below; then open the group to the team here.
      </EmptyState>
    )
  const choice = (team: (typeof teams)[number], group: (typeof groups)[number]) => (
    <WallChoice
      team={team}
      group={group}
      access={accessOf(team, group)}
      onChange={editable ? (access: Choice) => change({ team, group, access }) : undefined}
    />
  )
  if (phone)
    return groups.map((g) => (
      <section key={g.id} className={classes.card} aria-label={g.name}>
        <h3 className={classes.group}>{g.name}</h3>
        <ul className={classes.lines}>
          {teams.map((t) => (
            <li key={t.id} data-access={accessOf(t, g)} className={classes.line}>
              <span>{t.name}</span>
              <div className={classes.choice}>{choice(t, g)}</div>
            </li>
          ))}
        </ul>
      </section>
    ))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroller} aria-label="Walls" tabIndex={0}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Client group</Table.Th>
            {teams.map((t) => (
              <Table.Th key={t.id} scope="col">
                {t.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((g) => (
            <Table.Tr key={g.id}>
              <Table.Th scope="row">{g.name}</Table.Th>
              {teams.map((t) => (
                <Table.Td key={t.id} data-access={accessOf(t, g)} className={classes.cell}>
                  {choice(t, g)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
