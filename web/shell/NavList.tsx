import { Link } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import classes from './NavList.module.css'
import { navFor } from './nav.ts'

/** Above other pages of the list, which are not parts of them. */
const EXACT: string[] = ['/', '/audit', '/mail']

interface Props {
  /** For fingers. */
  large?: boolean
  onNavigate?: () => void
}

/** The pages this person may open. */
export function NavList({ large, onNavigate }: Props) {
  const sections = navFor(useMay())
  return (
    <div className={large ? classes.large : undefined}>
      {sections.map((section) => (
        <div key={section.label ?? ''}>
          {section.label && <div className={classes.heading}>{section.label}</div>}
          <ul className={classes.list} aria-label={section.label}>
            {section.items.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={classes.link}
                  activeOptions={{ exact: EXACT.includes(to) }}
                  activeProps={{ 'aria-current': 'page' }}
                  onClick={onNavigate}
                >
                  <Icon size={18} stroke={1.7} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
