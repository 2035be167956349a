import type { ComponentPropsWithRef } from 'react'
import { useWords } from '../i18n/language.ts'
import { useSession } from '../session/session.ts'
import { initials } from '../ui/initials.ts'
import classes from './PortalShell.module.css'

/** One's initials, behind which one's own things are. */
export function MeButton({ className = '', ...props }: ComponentPropsWithRef<'button'>) {
  const { t } = useWords('portal')
  const { displayName } = useSession().user
  return (
    <button
      type="button"
      className={`${classes.me} ${className}`}
      aria-haspopup="menu"
      aria-label={t('shell.menu', { name: displayName })}
      {...props}
    >
      {/* A drawing of the name that the label has in full: no text of its own. */}
      <span className={classes.initials} data-initials={initials(displayName)} />
    </button>
  )
}
