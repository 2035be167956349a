import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useIsPhone } from '../../ui/use-is-phone.ts'
import { PaletteBody } from './PaletteBody.tsx'

const LABEL = { content: { 'aria-label': 'Search' } }

/** Pages, actions and clients from the keyboard. Opens with each new request to open (`asked`). */
export default function Palette({ asked }: { asked: number }) {
  const [opened, setOpened] = useState(true)
  const phone = useIsPhone()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request to open opens
  useEffect(() => setOpened(true), [asked])
  const close = () => setOpened(false)
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      fullScreen={phone}
      radius={phone ? 0 : 'lg'}
      yOffset="12dvh"
      size={620}
      padding={0}
      attributes={LABEL}
    >
      <PaletteBody onClose={close} />
    </Modal>
  )
}
