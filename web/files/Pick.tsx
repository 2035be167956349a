import { Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Choose } from './Choose.tsx'
import classes from './Files.module.css'
import type { UploaderWords } from './uploader-words.ts'

interface Props {
  take: (files: File[]) => void
  words: UploaderWords
  multiple?: boolean
  /** It is what the page is for: large, for a thumb. */
  large?: boolean
  /** Shown in place of the buttons, such as what is on its way. */
  children?: ReactNode
}

/** A finger points here: there is a camera, and nothing to drop. */
const hasCamera = () => matchMedia('(pointer: coarse)').matches

/** Where files are dropped, chosen or photographed. */
export function Pick({ take, words: w, multiple = true, large = false, children }: Props) {
  const [over, setOver] = useState(false)
  const button = large
    ? ({ size: 'md', variant: 'filled' } as const)
    : ({ size: 'xs', variant: 'default' } as const)
  const camera = hasCamera()
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      data-large={large || undefined}
      aria-label={w.label}
      onDragOver={(e) => {
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(e) => {
        e.preventDefault()
        setOver(false)
        take([...e.dataTransfer.files])
      }}
    >
      {children || (
        <>
          <Choose
            take={take}
            words={w}
            multiple={multiple}
            camera={camera}
            button={button}
            icon={large ? 19 : 15}
          />
          {!camera && (
            <Text size={large ? 'sm' : 'xs'} c="dimmed">
              {w.drop}
            </Text>
          )}
        </>
      )}
    </section>
  )
}
