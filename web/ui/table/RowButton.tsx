import type { ReactNode } from 'react'
import classes from './DataTable.module.css'
import own from './RowButton.module.css'

/** As the link of a row, for what opens on the page itself: the whole row answers the pointer. */
export function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={`${classes.link} ${own.button}`} data-row-link onClick={onClick}>
      {children}
    </button>
  )
}
