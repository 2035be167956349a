import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Icon, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmModal } from './ConfirmModal.tsx'

/** One thing that can be done with an account: how it is called, what is asked before and said after. */
export interface AccountAction {
  label: string
  title: (name: string) => string
  consequence: string
  done: (name: string) => string
  danger?: boolean
  run: (id: string) => Promise<unknown>
}

interface Props<Action extends string> {
  account: { id: string; name: string }
  actions: Record<Action, AccountAction>
  icons?: Record<Action, Icon>
  /** What of it can be done with the account as it is, in this order. */
  offered: readonly Action[]
  onDone: (action: Action) => Promise<unknown>
}

/** A menu of what can be done with an account. Each action asks first and says what follows. */
export function AccountActions<Action extends string>(props: Props<Action>) {
  const { account, actions, icons, offered, onDone } = props
  const [asked, setAsked] = useState<Action>()
  const spec = asked && actions[asked]
  const confirm = async () => {
    if (!asked || !spec) return
    await spec.run(account.id)
    notifications.show({ message: spec.done(account.name) })
    await onDone(asked)
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<IconDots size={16} />}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((action) => {
            const Shown: Icon | undefined = icons?.[action]
            return (
              <Menu.Item
                key={action}
                leftSection={Shown && <Shown size={16} />}
                c={action === 'remove' ? 'var(--mantine-color-error)' : undefined}
                onClick={() => setAsked(action)}
              >
                {actions[action].label}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={spec ? spec.title(account.name) : ''}
        confirmLabel={spec?.label ?? ''}
        danger={spec?.danger}
        onConfirm={confirm}
      >
        {spec?.consequence}
      </ConfirmModal>
    </>
  )
}
