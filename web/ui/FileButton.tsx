import { type FileButtonProps, FileButton as Plain } from '@mantine/core'
import { useRef } from 'react'

/**
 * Mantine's, with nothing left chosen in the browser's own field: it says nothing of the same file chosen again, such as
 * one that was removed by mistake, or mended meanwhile.
 */
export function FileButton<Multiple extends boolean = false>({
  onChange,
  ...others
}: FileButtonProps<Multiple>) {
  const reset = useRef<() => void>(null)
  return (
    <Plain<Multiple>
      {...others}
      resetRef={reset}
      onChange={(chosen) => {
        onChange(chosen)
        reset.current?.()
      }}
    />
  )
}
