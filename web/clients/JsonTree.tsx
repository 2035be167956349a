import classes from './JsonTree.module.css'

/** Deeper than this, and in longer lists than this, branches begin closed. */
const OPEN_DEPTH = 2
const OPEN_ITEMS = 12

/** JSON as a tree whose branches open and close, with the browser's own disclosure. */
export function JsonTree({ value }: { value: unknown }) {
  return (
    <div className={classes.root}>
      <Branch value={value} depth={0} />
    </div>
  )
}

const entriesOf = (value: object): [string, unknown][] => Object.entries(value)

function Branch({ value, depth }: { value: unknown; depth: number }) {
  if (value === null || typeof value !== 'object') return <Leaf value={value} />
  return (
    <ul className={classes.list}>
      {entriesOf(value).map(([key, child]) => (
        <li key={key}>
          <Entry name={key} value={child} depth={depth} />
        </li>
      ))}
    </ul>
  )
}

function Entry({ name, value, depth }: { name: string; value: unknown; depth: number }) {
  if (value === null || typeof value !== 'object')
    return (
      <div className={classes.leaf}>
        <span className={classes.key}>{name}</span> <Leaf value={value} />
      </div>
    )
  const count = entriesOf(value).length
  if (count === 0)
    return (
      <div className={classes.leaf}>
        <span className={classes.key}>{name}</span> {Array.isArray(value) ? '[]' : '{}'}
      </div>
    )
  return (
    <details open={depth < OPEN_DEPTH && count <= OPEN_ITEMS}>
      <summary className={classes.summary}>
        <span className={classes.key}>{name}</span>{' '}
        <span className={classes.count}>{Array.isArray(value) ? `${count} in a list` : ''}</span>
      </summary>
      <Branch value={value} depth={depth + 1} />
    </details>
  )
}

function Leaf({ value }: { value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return <span className={typeof value === 'string' ? undefined : classes.bare}>{text}</span>
}
