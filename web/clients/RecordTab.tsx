import { Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { FieldClassBadge } from '../ui/FieldClassBadge.tsx'
import { MaskedValue } from '../ui/MaskedValue.tsx'
import { Section } from '../ui/Section.tsx'
import { calendarDate } from '../ui/time.ts'
import { EditModal } from './EditModal.tsx'
import { addressLines, nameText, phoneText } from './format.ts'
import type { Client, RecordClass } from './queries.ts'

const TITLES: Record<RecordClass, string> = {
  contact: 'Contact',
  demographic: 'Person',
  identifier: 'Identifiers',
  clinical: 'Clinical summary',
  financial: 'Insurance and payment',
}

/** The record, one section a field class; what the roles hide is said, not silently absent. */
export function RecordTab({ client, etag }: { client: Client; etag: string }) {
  const [editing, setEditing] = useState<RecordClass>()
  const section = (cls: RecordClass, body: ReactNode) => (
    <Section
      key={cls}
      title={TITLES[cls]}
      actions={
        <Group gap={8}>
          <FieldClassBadge name={cls} access={client.access.classes[cls] ?? 'none'} />
          {client.access.write && client.access.classes[cls] === 'write' && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={15} />}
              onClick={() => setEditing(cls)}
              aria-label={`Edit ${TITLES[cls].toLowerCase()}`}
            >
              Edit
            </Button>
          )}
        </Group>
      }
    >
      {client.access.classes[cls] ? body : <Text c="dimmed">Your roles do not show this.</Text>}
    </Section>
  )
  return (
    <>
      {section('contact', <ContactSection client={client} />)}
      {section('demographic', <DemographicSection client={client} />)}
      {section('identifier', <IdentifierSection client={client} />)}
      {section(
        'clinical',
        client.clinical?.summary ? (
          <Text style={{ whiteSpace: 'pre-wrap' }}>{client.clinical.summary}</Text>
        ) : (
          <Nothing />
        ),
      )}
      {section(
        'financial',
        client.financial ? (
          <Fields
            items={[
              ['Payer', client.financial.payer],
              ['Plan', client.financial.plan],
              ['Notes', client.financial.summary],
            ]}
          />
        ) : (
          <Nothing />
        ),
      )}
      {editing && (
        <EditModal
          client={client}
          etag={etag}
          cls={editing}
          title={TITLES[editing]}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

const Nothing = () => <Text c="dimmed">Nothing recorded.</Text>

function Fields({ items }: { items: [string, ReactNode][] }) {
  const shown = items.filter(([, v]) => v !== undefined && v !== '' && v !== null)
  if (!shown.length) return <Nothing />
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, lg: 3 }} m={0} spacing="lg">
      {shown.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}

const lines = (values: string[]) => (values.length ? values.map((v) => <div key={v}>{v}</div>) : undefined)

function ContactSection({ client }: { client: Client }) {
  const c = client.contact
  if (!c) return <Nothing />
  const languages = new Intl.DisplayNames(['en'], { type: 'language' })
  const language = (code: string) => {
    try {
      return languages.of(code)
    } catch {
      return code
    }
  }
  return (
    <Fields
      items={[
        [
          'Names',
          c.organisationName ??
            lines(c.names.map((n) => `${nameText(n)}${n.use && n.use !== 'official' ? ` (${n.use})` : ''}`)),
        ],
        ['Telephone', lines(c.phones.map((p) => `${phoneText(p.value)}${p.use ? ` (${p.use})` : ''}`))],
        ['E-mail', lines(c.emails.map((e) => e.value))],
        [
          'Address',
          c.addresses.length
            ? c.addresses.map((a) => (
                <div key={JSON.stringify(a)}>
                  {addressLines(a).map((l) => (
                    <div key={l}>{l}</div>
                  ))}
                </div>
              ))
            : undefined,
        ],
        ['Language', c.language && language(c.language)],
        ['Prefers', c.preferredContact],
      ]}
    />
  )
}

function DemographicSection({ client }: { client: Client }) {
  const d = client.demographic
  if (!d) return <Nothing />
  return (
    <Fields
      items={[
        ['Birth date', d.birthDate && calendarDate(d.birthDate)],
        ['Sex', d.sex],
        ['Gender', d.genderIdentity],
        ['Marital status', d.maritalStatus],
        ['Race', d.race],
        ['Ethnicity', d.ethnicity],
        ['Deceased', d.deceased],
      ]}
    />
  )
}

function IdentifierSection({ client }: { client: Client }) {
  const may = useMay()('identifiers:reveal')
  const i = client.identifier
  if (!i || (!i.ssn && !i.mrns.length && !i.memberIds.length && !i.other.length)) return <Nothing />
  const reveal = (field: 'ssn' | 'mrn' | 'memberId' | 'other', index: number) =>
    may
      ? async () =>
          (
            await ok(
              api.POST('/api/v1/clients/{id}/reveal', {
                params: { path: { id: client.id } },
                body: { field, index },
              }),
            )
          ).value
      : undefined
  const row = (label: string, masked: string, field: 'ssn' | 'mrn' | 'memberId' | 'other', index = 0) => (
    <List.Item key={`${field}${index}`}>
      <Group gap="md" wrap="wrap">
        <Text w={200} size="sm" c="dimmed">
          {label}
        </Text>
        <MaskedValue label={label} masked={masked} onReveal={reveal(field, index)} />
      </Group>
    </List.Item>
  )
  return (
    <Stack gap={0}>
      <List listStyleType="none">
        {i.ssn && row('Social Security number', i.ssn, 'ssn')}
        {i.mrns.map((m, at) => row(`MRN${m.system ? `, ${short(m.system)}` : ''}`, m.value, 'mrn', at))}
        {i.memberIds.map((m, at) =>
          row(`Member id${m.system ? `, ${short(m.system)}` : ''}`, m.value, 'memberId', at),
        )}
        {i.other.map((m, at) => row(m.type ?? (m.system ? short(m.system) : 'Other'), m.value, 'other', at))}
      </List>
    </Stack>
  )
}

/** The host of a URL, or the text itself. */
const short = (system: string) => (URL.canParse(system) && new URL(system).hostname) || system
