import { type ReactNode, useId } from 'react'
import plain from './plain/plain.module.css'
import classes from './Section.module.css'

interface Props {
  title: string
  /** Badges beside the title. */
  badges?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page with a heading of its own. */
export function Section({ title, badges, description, actions, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.root}>
      <div className={classes.head}>
        <div>
          <div className={classes.title}>
            <h2 className={plain.subheading} id={id}>
              {title}
            </h2>
            {badges}
          </div>
          {description && <div className={`${plain.text} ${plain.dimmed}`}>{description}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
