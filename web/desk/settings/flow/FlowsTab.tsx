import { Button, Group } from '@mantine/core'
import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StatusBadge } from '../../Badges.tsx'
import { flowsQuery, type TicketFlow } from '../queries.ts'
import { SettingList } from '../SettingList.tsx'
import { FlowModal } from './FlowModal.tsx'

/** From which status a ticket may go to which. */
export function FlowsTab() {
  const flows = useQuery(flowsQuery)
  const [editing, setEditing] = useState<TicketFlow | 'new'>()
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New flow
    </Button>
  )
  return (
    <Section
      title="Flows"
      description="The statuses that a type of ticket goes through, and where one may go from each."
      actions={add}
    >
      <SettingList
        label="Flows"
        query={flows}
        onEdit={setEditing}
        empty={<EmptyState icon={IconArrowsSplit2} title="No flows yet" action={add} />}
      >
        {(f) => (
          <Group gap={6} mt={4}>
            {f.statuses.map((s) => (
              <StatusBadge key={s.key} name={s.name} category={s.category} />
            ))}
          </Group>
        )}
      </SettingList>
      {editing && (
        <FlowModal flow={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Section>
  )
}
