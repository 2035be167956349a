import { Outlet } from '@tanstack/react-router'
import { Mark } from '../Mark.tsx'
import classes from './DoorLayout.module.css'

/** The pages before the sign-in: one card, one thing to do. */
export function DoorLayout() {
  return (
    <div className={classes.root}>
      <header className={classes.brand}>
        <Mark size={32} />
        Wellkeep
      </header>
      <main className={classes.card}>
        <Outlet />
      </main>
      <footer className={`${classes.foot} wk-no-print`}>
        For authorized people only. What is done here is recorded.
      </footer>
    </div>
  )
}
