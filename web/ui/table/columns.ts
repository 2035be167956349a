import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  width?: number | string
  align?: 'right'
  /**
   * Where it stands on a phone's card: `title` at the top, `aside` beside it, `line` below, `label` below with
   * its header (the default), or not at all, there and on a tablet.
   */
  phone?: 'title' | 'aside' | 'line' | 'label' | 'hide'
  /** The header is for screen readers alone, as over a column of buttons. */
  quietHeader?: boolean
  /** It carries the row's link; the first column does where none says so. */
  link?: boolean
  /** It has buttons of its own, which lie above the row's link. */
  interactive?: boolean
}

/** As `linkOptions({ to: '/users/$userId', params: { userId } })` makes it. */
export type RowLink = Pick<LinkProps, 'to'> & { params?: Record<string, string> }
