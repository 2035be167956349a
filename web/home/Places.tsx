import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import { navFor } from '../shell/nav.ts'
import { Section } from '../ui/Section.tsx'
import classes from './Places.module.css'

/** For those who look after the organization rather than clients: the pages that are theirs. */
export function Places() {
  const items = navFor(useMay())
    .flatMap((section) => section.items)
    .filter((item) => item.about)
  if (items.length === 0) return null
  return (
    <Section title="What you look after">
      <ul className={classes.grid}>
        {items.map(({ to, label, about, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={classes.place}>
              <span className={classes.icon}>
                <Icon size={20} stroke={1.7} />
              </span>
              <span className={classes.text}>
                <span className={classes.label}>{label}</span>
                <span className={classes.about}>{about}</span>
              </span>
              <IconChevronRight size={16} aria-hidden className={classes.chevron} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
