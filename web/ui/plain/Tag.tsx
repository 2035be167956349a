import type { ReactNode } from 'react'
import classes from './plain.module.css'

/** A word or two about a line, in its colour; as the component library’s badge. */
export function Tag({
  color,
  children,
}: {
  color?: 'gray' | 'green' | 'amber' | 'red'
  children: ReactNode
}) {
  return (
    <span className={classes.tag} data-color={color}>
      {children}
    </span>
  )
}
