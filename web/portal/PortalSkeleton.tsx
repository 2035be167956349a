import { Skeleton } from '@mantine/core'
import { Mark } from '../shell/Mark.tsx'
import classes from './PortalShell.module.css'

/** The portal's outline while its code and words are on their way, so that nothing moves when they come. */
export function PortalSkeleton() {
  return (
    <div className={classes.root}>
      <div className={classes.top}>
        <Mark size={28} />
      </div>
      <div className={classes.nav} style={{ minHeight: 48 }} />
      <main className={classes.main}>
        <PortalPageSkeleton />
      </main>
    </div>
  )
}

/** A page of cards that is on its way. */
export function PortalPageSkeleton() {
  return (
    <div aria-busy aria-label="Loading" role="status">
      <Skeleton h={32} w={220} maw="70%" />
      <Skeleton h={16} w={320} maw="90%" mt="sm" mb="lg" />
      <Skeleton h={150} radius="lg" mt="md" />
      <Skeleton h={150} radius="lg" mt="md" />
      <Skeleton h={120} radius="lg" mt="md" />
    </div>
  )
}
