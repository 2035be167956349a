import { Button, Text } from '@mantine/core'
import { IconClockUp, IconFileDownload, IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { calendarDate } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { type Contract, contractsQuery, TOUCHES } from '../queries.ts'
import { durationText, moneyText } from '../words.ts'
import { ContractMenu } from './ContractMenu.tsx'
import { ContractModal } from './ContractModal.tsx'
import { InvoiceModal } from './InvoiceModal.tsx'
import { PeriodsModal } from './PeriodsModal.tsx'
import { RoundingModal } from './RoundingModal.tsx'
import { UseBar } from './UseBar.tsx'
import { clientText } from './words.ts'

type Doing =
  | { what: 'change' | 'use' | 'remove'; contract: Contract }
  | { what: 'add' | 'invoice' | 'rounding' }

/** What was agreed with clients about working time, how far it is used, and the list for invoices. */
export function ContractsPage() {
  const contracts = useQuery(contractsQuery)
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const remove = useMutation({
    mutationFn: (c: Contract) => ok(api.DELETE('/api/v1/contracts/{id}', { params: { path: { id: c.id } } })),
    meta: TOUCHES,
    onSuccess: () => toast('The contract was deleted'),
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setDoing({ what: 'add' })}>
      New contract
    </Button>
  )
  const columns: Column<Contract>[] = [
    { key: 'name', header: 'Contract', phone: 'title', cell: (c) => <Named contract={c} /> },
    {
      key: 'use',
      header: 'This period',
      phone: 'line',
      width: '34%',
      cell: (c) => (c.current ? <UseBar use={c.current} /> : <Text c="dimmed">not begun yet</Text>),
    },
    {
      key: 'waiting',
      header: 'Not approved yet',
      align: 'right',
      cell: (c) => c.waitingMinutes > 0 && durationText(c.waitingMinutes),
    },
    {
      key: 'rate',
      header: 'An hour',
      align: 'right',
      cell: (c) => (c.rateCents === null ? '–' : moneyText(c.rateCents, c.currency)),
    },
    { key: 'runs', header: 'Runs', cell: runsText },
    {
      key: 'actions',
      header: 'Actions',
      quietHeader: true,
      phone: 'aside',
      interactive: true,
      align: 'right',
      cell: (contract) => (
        <ContractMenu name={contract.name} onChoose={(what) => setDoing({ what, contract })} />
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Contracts"
        description="Time that clients have agreed on, and how much of it is used. Approved time counts."
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconClockUp size={17} />}
              onClick={() => setDoing({ what: 'rounding' })}
            >
              Rounding
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileDownload size={17} />}
              onClick={() => setDoing({ what: 'invoice' })}
            >
              Export for invoices
            </Button>
            {add}
          </>
        }
      />
      <DataTable
        label="Contracts"
        columns={columns}
        list={plainList(contracts)}
        rowKey={(c) => c.id}
        empty={
          <EmptyState icon={IconFileInvoice} title="No contracts yet">
            A contract says how many hours a client has in a month, a quarter or a year, and what an hour
            costs.
          </EmptyState>
        }
      />
      {doing?.what === 'add' && <ContractModal onClose={close} />}
      {doing?.what === 'change' && <ContractModal contract={doing.contract} onClose={close} />}
      {doing?.what === 'rounding' && <RoundingModal onClose={close} />}
      {doing?.what === 'use' && <PeriodsModal contract={doing.contract} onClose={close} />}
      {doing?.what === 'invoice' && <InvoiceModal contracts={contracts.data?.items ?? []} onClose={close} />}
      <ConfirmModal
        opened={doing?.what === 'remove'}
        onClose={close}
        title="Delete this contract?"
        confirmLabel="Delete"
        danger
        onConfirm={async () => {
          if (doing?.what === 'remove') await remove.mutateAsync(doing.contract)
        }}
      >
        {doing?.what === 'remove' && `“${doing.contract.name}” will be gone. `}
        One to which time was counted can’t be deleted: give it an end instead.
      </ConfirmModal>
    </>
  )
}

const Named = ({ contract: c }: { contract: Contract }) => (
  <div style={{ overflowWrap: 'anywhere' }}>
    <Text fw={560}>{c.name}</Text>
    <Text size="xs" c="dimmed">
      {clientText(c)}
    </Text>
  </div>
)

const runsText = (c: Contract): string =>
  c.endsOn ? `${calendarDate(c.startsOn)} – ${calendarDate(c.endsOn)}` : `since ${calendarDate(c.startsOn)}`
