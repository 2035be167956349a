import { Skeleton } from '@mantine/core'
import classes from './WeekGrid.module.css'

/** A week's outline while it is on its way. */
export const WeekSkeleton = () => (
  <div className={classes.week} role="status" aria-busy aria-label="Loading">
    {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => (
      <div key={day} className={classes.day}>
        <Skeleton h={28} />
        <Skeleton h={84} />
      </div>
    ))}
  </div>
)
