import type { AnchorHTMLAttributes } from 'react'

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path of this app. */
  to: string
}

/**
 * A link to another page of the app, in plain HTML, for what is shown before the app has been loaded. `followLinks` has it
 * followed without loading anew.
 */
export function Go({ to, children, ...rest }: Props) {
  return (
    <a data-go="" href={to} {...rest}>
      {children}
    </a>
  )
}
