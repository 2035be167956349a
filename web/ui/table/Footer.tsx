import { Button, Text } from '@mantine/core'
import type { CursorList } from '../../api/lists.ts'
import { problemText } from '../../api/problem.ts'
import classes from './DataTable.module.css'

/** How many there are so far, and the next page. */
export function Footer<T>({ list }: { list: CursorList<T> }) {
  if (list.loading || (!list.hasMore && list.rows.length < 10)) return null
  return (
    <div className={classes.footer}>
      <span aria-live="polite">
        {list.hasMore
          ? `The first ${list.rows.length}`
          : list.rows.length === 1
            ? 'One, and no more'
            : `All ${list.rows.length}`}
      </span>
      {list.error !== null && list.error !== undefined && (
        <Text span size="xs" c="red">
          {problemText(list.error)}
        </Text>
      )}
      {list.hasMore && (
        <Button size="xs" variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          Show more
        </Button>
      )}
    </div>
  )
}
