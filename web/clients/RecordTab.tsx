import { Button, Group, Text } from '@mantine/core'
import { IconEyeOff, IconPencil } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import { FieldClassBadge } from '../ui/FieldClassBadge.tsx'
import { later } from '../ui/later.ts'
import { Section } from '../ui/Section.tsx'
import { calendarDate } from '../ui/time.ts'
import { ContactSection } from './ContactSection.tsx'
import type { Version } from './edit/use-change.ts'
import { Fields, Nothing } from './Fields.tsx'
import { IdentifierSection } from './IdentifierSection.tsx'
import type { Client, RecordClass } from './queries.ts'
import { labelOf, SEXES, TITLES } from './words.ts'

const EditModal = later(() => import('./edit/EditModal.tsx'), 'EditModal')
const IdentifierModal = later(() => import('./edit/IdentifierModal.tsx'), 'IdentifierModal')

/** The record, one section a field class; what the roles hide is said, not silently absent. */
export function RecordTab({ client, etag }: Version) {
  // The version that is edited is the one that was on screen when the form opened.
  const [editing, setEditing] = useState<Version & { cls: RecordClass }>()
  const close = () => setEditing(undefined)
  const section = (cls: RecordClass, body: ReactNode) => {
    const access = client.access.classes[cls]
    return (
      <Section
        key={cls}
        title={TITLES[cls]}
        badges={<FieldClassBadge name={cls} access={access ?? 'none'} />}
        actions={
          client.access.write &&
          access === 'write' && (
            <Button
              size="xs"
              variant="subtle"
              className="wk-no-print"
              leftSection={<IconPencil size={15} />}
              onClick={() => setEditing({ client, etag, cls })}
              aria-label={`Edit ${TITLES[cls].toLowerCase()}`}
            >
              Edit
            </Button>
          )
        }
      >
        {access ? body : <Hidden />}
      </Section>
    )
  }
  return (
    <div style={{ marginTop: 'calc(-1 * var(--mantine-spacing-md))' }}>
      {section('contact', <ContactSection client={client} />)}
      {section('demographic', <DemographicSection client={client} />)}
      {section('identifier', <IdentifierSection client={client} />)}
      {section('clinical', <ClinicalSection client={client} />)}
      {section('financial', <FinancialSection client={client} />)}
      <Suspense>
        {editing?.cls === 'identifier' && <IdentifierModal start={editing} onClose={close} />}
        {editing && editing.cls !== 'identifier' && (
          <EditModal start={editing} cls={editing.cls} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}

const Hidden = () => (
  <Group gap={8} c="dimmed" wrap="nowrap">
    <IconEyeOff size={17} aria-hidden />
    <Text>Your roles do not show this.</Text>
  </Group>
)

function DemographicSection({ client: { demographic: d, tags } }: { client: Client }) {
  return (
    <Fields
      items={[
        ['Birth date', d?.birthDate && calendarDate(d.birthDate)],
        ['Sex', labelOf(SEXES, d?.sex)],
        ['Gender identity', d?.genderIdentity],
        ['Marital status', d?.maritalStatus],
        ['Race', d?.race],
        ['Ethnicity', d?.ethnicity],
        [
          'Deceased',
          d?.deceased && (/^\d/.test(d.deceased) ? calendarDate(d.deceased.slice(0, 10)) : d.deceased),
        ],
        ['Tags', tags?.join(', ')],
      ]}
    />
  )
}

const ClinicalSection = ({ client }: { client: Client }) =>
  client.clinical?.summary ? (
    <Text maw="75ch" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {client.clinical.summary}
    </Text>
  ) : (
    <Nothing />
  )

const FinancialSection = ({ client: { financial: f } }: { client: Client }) => (
  <Fields
    items={[
      ['Payer', f?.payer],
      ['Plan', f?.plan],
      ['Notes', f?.summary && <span style={{ whiteSpace: 'pre-wrap' }}>{f.summary}</span>],
    ]}
  />
)
