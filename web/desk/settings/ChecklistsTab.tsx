import { Button } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { ChecklistModal } from './ChecklistModal.tsx'
import { type Checklist, checklistsQuery, nameIn, typesQuery } from './queries.ts'
import { SettingList } from './SettingList.tsx'

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

/** Templates of what is to be done; a ticket keeps the copy that it got. */
export function ChecklistsTab() {
  const checklists = useQuery(checklistsQuery)
  const types = useQuery(typesQuery).data?.items
  const [editing, setEditing] = useState<Checklist | 'new'>()
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New checklist
    </Button>
  )
  return (
    <Section
      title="Checklists"
      description="What is to be done before a ticket may be closed. Steps are copied into tickets: a change here counts for new ones."
      actions={add}
    >
      <SettingList
        label="Checklists"
        query={checklists}
        onEdit={setEditing}
        empty={
          <EmptyState icon={IconChecklist} title="No checklists yet" action={add}>
            Steps that every ticket of a type gets, or that somebody adds to a ticket.
          </EmptyState>
        }
      >
        {(c) => {
          const two = c.steps.filter((s) => s.people === 2).length
          return [
            count(c.steps.length, 'step'),
            two > 0 && `${two} by two people`,
            c.typeId ? `on every ${nameIn(types, c.typeId) ?? 'ticket of a type'}` : 'on every ticket',
          ]
            .filter(Boolean)
            .join(' · ')
        }}
      </SettingList>
      {editing && (
        <ChecklistModal
          checklist={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}
