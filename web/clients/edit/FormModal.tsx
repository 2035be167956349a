import type { ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { useIsPhone } from '../../ui/use-is-phone.ts'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
  size?: string
}

/** A dialog for a longer form: the whole screen on a phone. A stray tap beside it throws nothing away. */
export function FormModal({ title, onClose, children, size = 'lg' }: Props) {
  const phone = useIsPhone()
  return (
    <Dialog
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      {...(phone && { fullScreen: true, radius: 0 })}
    >
      {children}
    </Dialog>
  )
}
