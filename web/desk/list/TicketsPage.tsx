import { ActionIcon, Button, SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { useMay } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import { NewTicketModal } from '../NewTicketModal.tsx'
import { ExportModal } from './ExportModal.tsx'
import { Filters } from './Filters.tsx'
import { askedOf, type Layout, setListState, useListState } from './state.ts'
import { TicketList } from './TicketList.tsx'
import classes from './TicketsPage.module.css'
import { Views } from './Views.tsx'

/** With what carries cards, which the list does not need. */
const Board = lazy(() => import('./board/Board.tsx').then((m) => ({ default: m.Board })))

/** All tickets that one may see, by view, as a list or a board. */
export function TicketsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const search = useRef<HTMLInputElement>(null)
  const [adding, setAdding] = useState(false)
  const [saving, setSaving] = useState(false)
  const typed = useListState()
  const [state] = useDebouncedValue(typed, 200)
  const asked = askedOf(state)
  useShortcut('/', 'Search tickets', () => search.current?.focus(), true)
  useShortcut(may('tickets:create') ? 'n' : undefined, 'New ticket', () => setAdding(true))
  return (
    <>
      <PageHeader
        title="Tickets"
        actions={
          <>
            <SegmentedControl
              aria-label="Layout"
              value={typed.layout}
              onChange={(layout) => setListState({ layout: layout as Layout })}
              data={LAYOUTS}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label="Save this list as CSV"
              onClick={() => setSaving(true)}
            >
              <IconDownload size={18} />
            </ActionIcon>
            {may('tickets:create') && (
              <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
                New ticket
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <Views />
        <div className={classes.main}>
          <Filters search={search} />
          {state.layout === 'board' ? (
            <Suspense fallback={<Skeleton h={360} radius="lg" />}>
              <Board asked={asked} />
            </Suspense>
          ) : (
            <TicketList asked={asked} sort={state.sort} settled={state === typed} />
          )}
        </div>
      </div>
      {saving && <ExportModal asked={asked} sort={state.sort} onClose={() => setSaving(false)} />}
      {adding && (
        <NewTicketModal
          onClose={() => setAdding(false)}
          onMade={(id) => void navigate({ to: '/tickets/$ticketId', params: { ticketId: id } })}
        />
      )}
    </>
  )
}

const LAYOUTS = [
  {
    value: 'list',
    label: (
      <>
        <IconList size={17} aria-hidden />
        <VisuallyHidden>List</VisuallyHidden>
      </>
    ),
  },
  {
    value: 'board',
    label: (
      <>
        <IconLayoutKanban size={17} aria-hidden />
        <VisuallyHidden>Board</VisuallyHidden>
      </>
    ),
  },
]
