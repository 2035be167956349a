import { Title } from '@mantine/core'
import { IconArrowLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { takeNavigationFocus } from './navigation-focus.ts'
import classes from './PageHeader.module.css'

export interface Crumb {
  label: string
  to: LinkProps['to']
  params?: Record<string, string>
}

interface Props {
  title: string
  /** What this page is for, in a sentence. */
  description?: ReactNode
  /** The pages above this one. */
  crumbs?: Crumb[]
  /** Status badges beside the title. */
  badges?: ReactNode
  /** Buttons; the main one last. */
  actions?: ReactNode
}

/**
 * The top of every page, with its one `h1`. After a change of page the heading gets the focus, so that a
 * screen reader says where one is and the Tab key starts there.
 */
export function PageHeader({ title, description, crumbs, badges, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeNavigationFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className={classes.root}>
      <div className={classes.text}>
        {crumbs && (
          <nav aria-label="Breadcrumbs">
            <ol className={classes.crumbs}>
              {crumbs.map((crumb, at) => (
                <li key={`${crumb.label} ${JSON.stringify(crumb.params ?? {})}`}>
                  {at === 0 ? (
                    <IconArrowLeft size={14} aria-hidden />
                  ) : (
                    <IconChevronRight size={13} aria-hidden />
                  )}
                  <Link to={crumb.to} params={crumb.params as never}>
                    {crumb.label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={classes.title}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {badges}
        </div>
        {description && <div className={classes.description}>{description}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
