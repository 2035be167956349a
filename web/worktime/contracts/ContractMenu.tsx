import { ActionIcon, Menu } from '@mantine/core'
import { IconChartBar, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'

interface Props {
  name: string
  onChoose: (what: 'use' | 'change' | 'remove') => void
}

/** What one does with a contract. */
export const ContractMenu = ({ name, onChoose }: Props) => (
  <Menu>
    <Menu.Target>
      <ActionIcon aria-label={`${name}: actions`}>
        <IconDots size={17} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconChartBar size={16} />} onClick={() => onChoose('use')}>
        Use by period
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onChoose('change')}>
        Change
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={() => onChoose('remove')}>
        Delete
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
