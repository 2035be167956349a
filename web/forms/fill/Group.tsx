import type { ReactNode } from 'react'
import classes from './FormFields.module.css'
import type { Said } from './said.ts'

/** Several inputs that answer one question. */
export function Group({ said, children }: { said: Said; children: ReactNode }) {
  const told = [said.help && `${said.id}-help`, said.error && `${said.id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={said.id}
      tabIndex={-1}
      className={classes.group}
      aria-describedby={told || undefined}
      data-faulty={said.error ? true : undefined}
    >
      <legend className={classes.label}>{said.label}</legend>
      {said.help && (
        <div id={`${said.id}-help`} className={classes.help}>
          {said.help}
        </div>
      )}
      {children}
      {said.error && (
        <div id={`${said.id}-error`} className={classes.error}>
          {said.error}
        </div>
      )}
    </fieldset>
  )
}
