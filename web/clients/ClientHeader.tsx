import { Badge, Button, Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconDots,
  IconDownload,
  IconFlame,
  IconHelpCircle,
  IconLock,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useMay } from '../session/session.ts'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { calendarDate } from '../ui/time.ts'
import classes from './ClientPage.module.css'
import type { Receipt } from './DestroyedClient.tsx'
import type { Version } from './edit/use-change.ts'
import { ageText } from './format.ts'
import type { Client } from './queries.ts'
import { labelOf, SEXES } from './words.ts'

const DestroyModal = later(() => import('./DestroyModal.tsx'), 'DestroyModal')
const ExportModal = later(() => import('./ExportModal.tsx'), 'ExportModal')
const PlacementModal = later(() => import('./PlacementModal.tsx'), 'PlacementModal')

type Dialog = 'export' | 'place' | 'destroy'

/** Who this is, at a glance, and what can be done with the record as a whole. */
export function ClientHeader({ client, etag, onDestroyed }: Version & { onDestroyed: (r: Receipt) => void }) {
  const may = useMay()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<Dialog>()
  const [start, setStart] = useState<Version>()
  const close = () => setDialog(undefined)
  const more = [client.access.write, may('access:explain'), may('clients:shred')].some(Boolean)
  return (
    <>
      <PageHeader
        title={client.displayName}
        crumbs={[{ label: 'Clients', to: '/clients' }]}
        badges={<Badges client={client} />}
        description={<About client={client} />}
        actions={
          <>
            {may('clients:export') && (
              <Button
                variant="default"
                leftSection={<IconDownload size={17} />}
                onClick={() => setDialog('export')}
              >
                Export
              </Button>
            )}
            {more && (
              <Menu>
                <Menu.Target>
                  <Button variant="default" leftSection={<IconDots size={17} />}>
                    More
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {client.access.write && (
                    <Menu.Item
                      leftSection={<IconArrowsExchange size={16} />}
                      onClick={() => {
                        setStart({ client, etag })
                        setDialog('place')
                      }}
                    >
                      Group and facility…
                    </Menu.Item>
                  )}
                  {may('access:explain') && (
                    <Menu.Item
                      leftSection={<IconHelpCircle size={16} />}
                      onClick={() => void navigate({ to: '/access', search: { client: client.id } as never })}
                    >
                      Who can see this, and why?
                    </Menu.Item>
                  )}
                  {may('clients:shred') && (
                    <Menu.Item
                      color="red"
                      leftSection={<IconFlame size={16} />}
                      onClick={() => setDialog('destroy')}
                    >
                      Destroy for good…
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <Suspense>
        {dialog === 'export' && (
          <ExportModal
            title={`Export ${client.displayName}`}
            formats={['pdf', 'fhir']}
            path={`/clients/${client.id}/export`}
            about="What your roles show of this client, identifiers unmasked."
            onClose={close}
          />
        )}
        {dialog === 'place' && start && <PlacementModal start={start} onClose={close} />}
        {dialog === 'destroy' && <DestroyModal client={client} onClose={close} onDestroyed={onDestroyed} />}
      </Suspense>
    </>
  )
}

const Badges = ({ client }: { client: Client }) => (
  <>
    {client.demographic?.deceased && <Badge color="gray">Deceased</Badge>}
    {client.tags?.map((t) => (
      <Badge key={t} color="gray">
        {t}
      </Badge>
    ))}
    {!client.access.write && (
      <Badge color="gray" variant="outline" leftSection={<IconLock size={12} aria-hidden />}>
        Read only
      </Badge>
    )}
  </>
)

function About({ client }: { client: Client }) {
  const d = client.demographic
  const [mrn] = client.identifier?.mrns ?? []
  const parts = [
    d?.birthDate &&
      [!d.deceased && ageText(d.birthDate), `born ${calendarDate(d.birthDate)}`].filter(Boolean).join(', '),
    labelOf(SEXES, d?.sex),
    client.kind === 'organisation' && 'Organisation',
    mrn && `MRN ${mrn.value}`,
    client.groupName,
    client.facilityName,
  ].filter((p): p is string => Boolean(p))
  return (
    <div className={classes.dots}>
      {parts.map((p) => (
        <span key={p}>{p}</span>
      ))}
    </div>
  )
}
