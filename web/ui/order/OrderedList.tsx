import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './OrderedList.module.css'

interface Props<T> {
  /** What the list is of: `Steps`. */
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  /** What an item is called where it is moved. */
  nameOf: (item: T, index: number) => string
  onMove: (from: number, to: number) => void
  children: (item: T, index: number) => ReactNode
  /** More buttons, beside those that move it. */
  actions?: (item: T, index: number) => ReactNode
  /** It is shown, and stays as it is. */
  fixed?: boolean
  /** Its items are forms, which on a phone take the whole width. */
  roomy?: boolean
  /** Its buttons stand below each item on a phone. */
  tall?: boolean
}

/** A list whose order means something: moved by its handle with a mouse, by buttons with keys and fingers. */
export function OrderedList<T>(props: Props<T>) {
  const { label, items, keyOf, nameOf, onMove, children, actions, roomy, tall } = props
  const fixed = props.fixed || items.length < 2
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ from: number; over: number }>()
  const [said, setSaid] = useState('')
  const focus = useRef<{ key: string; way: string }>(undefined)

  // The button that moved it goes with it, and so does the focus.
  useEffect(() => {
    const wanted = focus.current
    if (!wanted) return
    focus.current = undefined
    const item = [...(list.current?.children ?? [])].find(
      (c) => (c as HTMLElement).dataset.key === wanted.key,
    )
    item?.querySelector<HTMLElement>(`[data-way=${wanted.way}]`)?.focus()
  })

  const step = (from: number, to: number, way: 'up' | 'down') => {
    if (to < 0 || to >= items.length) return
    focus.current = { key: keyOf(items[from]!), way }
    setSaid(`${nameOf(items[from]!, from)}: ${to + 1} of ${items.length}`)
    onMove(from, to)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (drag && drag.from !== drag.over) onMove(drag.from, drag.over)
    setDrag(undefined)
  }
  return (
    <>
      <ol
        ref={list}
        className={classes.list}
        aria-label={label}
        data-roomy={roomy}
        data-tall={tall || undefined}
      >
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            data-key={keyOf(item)}
            className={classes.item}
            data-dragged={drag?.from === index || undefined}
            data-over={drag && drag.over === index && drag.from !== index ? sideOf(drag) : undefined}
            onDragOver={(event) => {
              if (!drag) return
              event.preventDefault()
              if (drag.over !== index) setDrag({ ...drag, over: index })
            }}
            onDrop={drop}
          >
            {fixed ? (
              <span />
            ) : (
              <span
                className={classes.handle}
                aria-hidden
                draggable
                data-handle
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData('text/plain', '')
                  event.dataTransfer.setDragImage(event.currentTarget.parentElement!, 12, 17)
                  setDrag({ from: index, over: index })
                }}
                onDragEnd={() => setDrag(undefined)}
              >
                <IconGripVertical size={17} />
              </span>
            )}
            {roomy && (
              <span className={classes.title} aria-hidden>
                {nameOf(item, index)}
              </span>
            )}
            <div className={classes.content}>{children(item, index)}</div>
            <div className={classes.buttons}>
              {!fixed && (
                <>
                  <Mover
                    way="up"
                    name={nameOf(item, index)}
                    end={index === 0}
                    onClick={() => step(index, index - 1, 'up')}
                  />
                  <Mover
                    way="down"
                    name={nameOf(item, index)}
                    end={index === items.length - 1}
                    onClick={() => step(index, index + 1, 'down')}
                  />
                </>
              )}
              {actions?.(item, index)}
            </div>
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

const sideOf = ({ from, over }: { from: number; over: number }) => (over > from ? 'after' : 'before')

interface MoverProps {
  way: 'up' | 'down'
  name: string
  /** There is nowhere further to go; the button keeps the focus all the same. */
  end: boolean
  onClick: () => void
}

const Mover = ({ way, name, end, onClick }: MoverProps) => {
  const Icon = way === 'up' ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      size="md"
      data-way={way}
      aria-label={`Move ${name} ${way}`}
      aria-disabled={end || undefined}
      style={end ? { opacity: 0.35 } : undefined}
      onClick={onClick}
    >
      <Icon size={16} />
    </ActionIcon>
  )
}
