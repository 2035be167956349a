import { useEffect, useRef } from 'react'
import { takeNavigationFocus } from '../navigation-focus.ts'
import header from '../PageHeader.module.css'
import plain from './plain.module.css'

/** The top of a page with its one `h1`, as `PageHeader`, where the component library may not be there yet. */
export function PlainHeader({ title, description }: { title: string; description: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeNavigationFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className={header.root}>
      <div className={header.text}>
        <h1 className={plain.heading} ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className={header.description}>{description}</div>
      </div>
    </header>
  )
}
