import { CATEGORY_COLORS } from '../../words.ts'
import { arcsOf } from './arcs.ts'
import type { DraftStatus } from './draft.ts'
import classes from './FlowPicture.module.css'

const ROW = 54
const BOX = { width: 168, height: 32 }
/** Room for the arcs at each side. */
const SIDE = 70
const WIDTH = BOX.width + 2 * SIDE

type Drawn = Pick<DraftStatus, 'uid' | 'name' | 'category' | 'next' | 'requiresSteps'>

/** The flow as a picture: ways on at the right, ways back at the left. The words of the editor say the same. */
export function FlowPicture({ statuses }: { statuses: Drawn[] }) {
  const middle = (at: number) => at * ROW + BOX.height / 2 + 8
  const nameOf = (s: Drawn) => s.name || 'Unnamed'
  const said = statuses.map((s) => {
    const to = statuses.filter((t) => s.next.includes(t.uid)).map(nameOf)
    return `${nameOf(s)} to ${to.length ? to.join(', ') : 'nowhere'}`
  })
  return (
    <svg
      className={classes.picture}
      viewBox={`0 0 ${WIDTH} ${statuses.length * ROW + 4}`}
      role="img"
      aria-label={`The flow: ${said.join('; ')}`}
    >
      <defs>
        <marker
          id="flow-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8Z" className={classes.head} />
        </marker>
      </defs>
      {arcsOf(statuses).map(({ from, to, both }) => {
        if (both)
          return (
            <path
              key={`${from}-${to}`}
              className={classes.way}
              d={`M${WIDTH / 2} ${middle(from) + BOX.height / 2 + 1}V${middle(to) - BOX.height / 2 - 1}`}
              markerStart={both === 'ways' ? 'url(#flow-arrow)' : undefined}
              markerEnd="url(#flow-arrow)"
            />
          )
        const forth = to > from
        const edge = forth ? SIDE + BOX.width : SIDE
        const reach = Math.min(SIDE - 8, 16 + Math.abs(to - from) * 13)
        const far = forth ? edge + reach : edge - reach
        const [a, b] = [middle(from) + (forth ? 5 : -5), middle(to) + (forth ? -5 : 5)]
        return (
          <path
            key={`${from}-${to}`}
            className={classes.way}
            d={`M${edge} ${a}C${far} ${a} ${far} ${b} ${forth ? edge + 2 : edge - 2} ${b}`}
            markerEnd="url(#flow-arrow)"
          />
        )
      })}
      {statuses.map((s, at) => (
        <g key={s.uid} transform={`translate(${SIDE} ${middle(at) - BOX.height / 2})`}>
          <rect className={classes.box} width={BOX.width} height={BOX.height} rx={6} />
          <rect
            width={5}
            height={BOX.height}
            rx={2}
            fill={`var(--mantine-color-${CATEGORY_COLORS[s.category]}-5)`}
          />
          <text x={BOX.width / 2 + 2} y={BOX.height / 2} className={classes.name}>
            {short(nameOf(s))}
            {s.requiresSteps && ' ✓'}
          </text>
        </g>
      ))}
    </svg>
  )
}

const short = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name)
