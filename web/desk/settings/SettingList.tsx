import { Badge, Group, Skeleton, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { OrderedList } from '../../ui/order/OrderedList.tsx'
import classes from './SettingList.module.css'

interface Props<T> {
  label: string
  query: UseQueryResult<{ items: T[] }>
  empty: ReactNode
  onEdit: (item: T) => void
  /** Absent where the order means nothing. */
  onMove?: (from: number, to: number) => void
  moving?: boolean
  children: (item: T) => ReactNode
  /** Badges beside the name. */
  badges?: (item: T) => ReactNode
  /** More buttons. */
  actions?: (item: T) => ReactNode
  /** So many of them that on a phone they take a line of their own. */
  manyActions?: boolean
}

/** Settings of one kind: a name that opens it, and what it says below. */
export function SettingList<T extends { id: string; name: string; archived?: boolean }>(props: Props<T>) {
  const { label, query, empty, onEdit, onMove, moving, children, badges, actions, manyActions } = props
  if (query.error && !query.data)
    return <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton h={220} radius="lg" />
  if (query.data.items.length === 0) return empty
  return (
    <OrderedList
      label={label}
      items={query.data.items}
      keyOf={(x) => x.id}
      nameOf={(x) => x.name}
      onMove={onMove ?? (() => {})}
      fixed={!onMove || moving === true}
      tall={manyActions === true}
      {...(actions && { actions })}
    >
      {(item) => (
        <div className={classes.item} data-archived={item.archived || undefined}>
          <Group gap={8}>
            <button type="button" className={classes.name} onClick={() => onEdit(item)}>
              {item.name}
            </button>
            {item.archived && <Badge color="gray">Out of use</Badge>}
            {badges?.(item)}
          </Group>
          <Text size="sm" c="dimmed" component="div">
            {children(item)}
          </Text>
        </div>
      )}
    </OrderedList>
  )
}
