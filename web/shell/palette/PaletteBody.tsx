import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMay } from '../../session/session.ts'
import { type Entry, useEntries } from './entries.ts'
import classes from './Palette.module.css'

/** The field and its list, as an ARIA combobox: the focus stays in the field, the arrows move the choice. */
export function PaletteBody({ onClose }: { onClose: () => void }) {
  const id = useId()
  const may = useMay()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const { entries, note } = useEntries(query)
  const chosen = entries[Math.min(active, entries.length - 1)]
  const chosenId = chosen && `${id}-${chosen.id}`
  const groups = [...new Set(entries.map((e) => e.group))]

  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  const run = (entry: Entry) => {
    onClose()
    entry.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && entries.length > 0) setActive((active + step + entries.length) % entries.length)
    else if (event.key === 'Enter' && chosen) run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.body}>
      <div className={classes.field}>
        <IconSearch size={19} stroke={1.7} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={chosenId}
          aria-autocomplete="list"
          aria-label="Search"
          placeholder={placeholderFor(may)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={query}
          onKeyDown={onKey}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setActive(0)
          }}
        />
        <button type="button" className={classes.close} onClick={onClose}>
          Close
        </button>
      </div>
      <div className={classes.list} ref={list} role="listbox" id={`${id}-list`} aria-label="Results">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div className={classes.heading} id={`${id}-${group}`} role="presentation">
              {group}
            </div>
            {entries.map((entry, at) =>
              entry.group === group ? (
                <Option
                  key={entry.id}
                  id={`${id}-${entry.id}`}
                  entry={entry}
                  active={entry === chosen}
                  onPoint={() => setActive(at)}
                  onRun={() => run(entry)}
                />
              ) : null,
            )}
          </div>
        ))}
      </div>
      <div role="status" className={note ? classes.note : undefined}>
        {note}
      </div>
    </div>
  )
}

const placeholderFor = (may: (permission: string) => boolean): string => {
  const things = [may('clients:read') && 'client', may('tickets:read') && 'ticket', 'page'].filter(Boolean)
  return `Find a ${things.join(', ')} or action`
}

interface OptionProps {
  id: string
  entry: Entry
  active: boolean
  onPoint: () => void
  onRun: () => void
}

function Option({ id, entry, active, onPoint, onRun }: OptionProps) {
  const Icon = entry.icon
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (aria-activedescendant)
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <Icon size={18} stroke={1.7} />
      <span className={classes.text}>
        <span className={classes.label}>{entry.label}</span>
        {entry.description && <span className={classes.about}>{entry.description}</span>}
      </span>
    </div>
  )
}
