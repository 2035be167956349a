import { useDraggable } from '@dnd-kit/core'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Status } from '../../queries.ts'
import { numberText } from '../../words.ts'
import classes from './Board.module.css'
import { CardFace } from './CardFace.tsx'
import type { BoardTicket } from './columns.ts'

interface Props {
  ticket: BoardTicket
  /** Where it may go. */
  next: Status[]
  /** It is in somebody's hand; here only its place is kept. */
  carried: boolean
  /** It has just come here by its menu: the focus comes with it. */
  landed: boolean
  onMove: (to: Status) => void
}

/** A ticket on the board. It is carried by mouse or finger, and moves by its menu for everybody. */
export function Card({ ticket: t, next, carried, landed, onMove }: Props) {
  const { setNodeRef, listeners } = useDraggable({ id: t.id, disabled: next.length === 0 })
  const button = useRef<HTMLButtonElement>(null)
  const finger = useRef(false)
  useEffect(() => {
    // After the menu has given the focus back to a button that is no more.
    if (landed) setTimeout(() => button.current?.focus(), 0)
  }, [landed])
  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-movable={next.length > 0 || undefined}
      data-carried={carried || undefined}
      onPointerDown={(e) => {
        finger.current = e.pointerType === 'touch'
      }}
      // A finger that rests on a card takes it up; the menu of links would take its place.
      onContextMenu={(e) => finger.current && next.length > 0 && e.preventDefault()}
      {...listeners}
    >
      <CardFace
        ticket={t}
        subject={
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: t.id }}
            className={classes.link}
            draggable={false}
          >
            {t.subject}
          </Link>
        }
        actions={
          next.length > 0 && (
            <Menu>
              <Menu.Target>
                <ActionIcon
                  ref={button}
                  size="sm"
                  className={classes.move}
                  aria-label={`Move ${numberText(t.number)}`}
                >
                  <IconArrowRight size={15} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {next.map((s) => (
                  <Menu.Item key={s.key} onClick={() => onMove(s)}>
                    {s.name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )
        }
      />
    </li>
  )
}
