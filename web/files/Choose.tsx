import { Button, type ButtonProps } from '@mantine/core'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { FileButton } from '../ui/FileButton.tsx'
import { pictureNamed } from './picture-name.ts'
import type { UploaderWords } from './uploader-words.ts'

interface Props {
  take: (files: File[]) => void
  words: UploaderWords
  multiple?: boolean
  /** There is a camera at hand to take a picture with. */
  camera: boolean
  /** How the button that chooses looks; the camera's is of its size. */
  button?: Pick<ButtonProps, 'size' | 'variant'>
  icon?: number
}

const PLAIN = { variant: 'default' } as const

/** Choose files, or take a picture. */
export function Choose({ take, words: w, multiple = true, camera, button = PLAIN, icon = 18 }: Props) {
  return (
    <>
      <FileButton multiple={multiple} onChange={(got) => take([got ?? []].flat())}>
        {(props) => (
          <Button {...props} {...button} leftSection={<IconPaperclip size={icon} />}>
            {w.add}
          </Button>
        )}
      </FileButton>
      {camera && (
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file) => file && take([pictureNamed(file, w.photo)])}
        >
          {(props) => (
            <Button {...props} {...button} variant="default" leftSection={<IconCamera size={icon} />}>
              {w.photo}
            </Button>
          )}
        </FileButton>
      )}
    </>
  )
}
