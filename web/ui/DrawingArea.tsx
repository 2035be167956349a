import { type ReactNode, useEffect, useRef, useState } from 'react'
import Strokes from 'signature_pad'
import classes from './SignaturePad.module.css'
import { inkOf } from './signature.ts'

interface Props {
  label: string
  onChange: (png: string | null) => void
  actions: (state: { empty: boolean; undo: () => void; clear: () => void }) => ReactNode
}

/** Paper and ink: white in dark colours too, as what is drawn goes onto a white page. */
export default function DrawingArea({ label, onChange, actions }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const strokes = useRef<Strokes>(null)
  const changed = useRef(onChange)
  const [empty, setEmpty] = useState(true)
  changed.current = onChange

  const tell = () => {
    const pad = strokes.current!
    setEmpty(pad.isEmpty())
    changed.current(inkOf(canvas.current!, pad.toData(), window.devicePixelRatio || 1))
  }
  const tellRef = useRef(tell)
  tellRef.current = tell

  useEffect(() => {
    const area = canvas.current!
    const pad = new Strokes(area, { penColor: '#16211f', minWidth: 0.8, maxWidth: 2.6 })
    strokes.current = pad
    const ended = () => tellRef.current()
    pad.addEventListener('endStroke', ended)
    let width = 0
    // A phone that is turned keeps what was drawn.
    const resize = () => {
      if (area.clientWidth === 0 || area.clientWidth === width) return
      const grown = width === 0 ? 1 : area.clientWidth / width
      width = area.clientWidth
      const ratio = window.devicePixelRatio || 1
      const drawn = pad.toData()
      area.width = Math.round(width * ratio)
      area.height = Math.round(area.clientHeight * ratio)
      area.getContext('2d')!.scale(ratio, ratio)
      pad.clear()
      pad.fromData(
        drawn.map((s) => ({ ...s, points: s.points.map((p) => ({ ...p, x: p.x * grown, y: p.y * grown })) })),
      )
    }
    const watch = new ResizeObserver(resize)
    watch.observe(area)
    resize()
    return () => {
      watch.disconnect()
      pad.removeEventListener('endStroke', ended)
      pad.off()
    }
  }, [])

  const undo = () => {
    const pad = strokes.current!
    pad.fromData(pad.toData().slice(0, -1))
    tell()
  }
  const clear = () => {
    strokes.current!.clear()
    tell()
  }
  return (
    <>
      <div className={classes.paper}>
        <canvas ref={canvas} role="img" aria-label={label} className={classes.canvas} />
      </div>
      {actions({ empty, undo, clear })}
    </>
  )
}
