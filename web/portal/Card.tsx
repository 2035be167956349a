import { type ReactNode, Suspense } from 'react'
import classes from './Card.module.css'

/** A part of a portal page, with its heading. What a part still waits for takes no other part away. */
export function Card({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <section className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {action}
      </div>
      <Suspense fallback={<div aria-busy="true" />}>{children}</Suspense>
    </section>
  )
}
