import { Mark } from './Mark.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import classes from './Shell.module.css'

/** The shell's outline while it is asked who is signed in, so that nothing moves when the answer comes. */
export function ShellSkeleton() {
  return (
    <div className={classes.root}>
      <div className={classes.side} />
      <div className={classes.top}>
        <Mark size={28} />
      </div>
      <div className={classes.bottom} />
      <main className={classes.main}>
        <div className={classes.inner}>
          <PageSkeleton />
        </div>
      </main>
    </div>
  )
}
