import { Anchor, Text } from '@mantine/core'
import { Fields, Nothing } from './Fields.tsx'
import { addressLines, languageName, nameText, phoneText } from './format.ts'
import type { Client } from './queries.ts'
import { labelOf, PREFERS } from './words.ts'

const Use = ({ use }: { use: string | undefined }) =>
  use && use !== 'official' ? (
    <Text span size="xs" c="dimmed">
      {' '}
      {use}
    </Text>
  ) : null

export function ContactSection({ client }: { client: Client }) {
  const c = client.contact
  if (!c) return <Nothing />
  const list = c.names.map((n) => (
    <div key={JSON.stringify(n)}>
      {nameText(n)}
      <Use use={n.use} />
    </div>
  ))
  return (
    <Fields
      items={[
        ['Name', c.organisationName],
        [c.organisationName ? 'Contact names' : 'Names', list.length ? list : undefined],
        ['Telephone', c.phones.length ? <Phones key="phones" phones={c.phones} /> : undefined],
        ['E-mail', c.emails.length ? <Emails key="emails" emails={c.emails} /> : undefined],
        [
          'Address',
          c.addresses.length
            ? c.addresses.map((a) => (
                <div key={JSON.stringify(a)}>
                  {addressLines(a).map((line, at, all) => (
                    <div key={line}>
                      {line}
                      {at === all.length - 1 && <Use use={a.use} />}
                    </div>
                  ))}
                </div>
              ))
            : undefined,
        ],
        ['Language', c.language && languageName(c.language)],
        ['Prefers', labelOf(PREFERS, c.preferredContact)],
      ]}
    />
  )
}

export interface Value {
  value: string
  use?: string | undefined
}

export const Phones = ({ phones }: { phones: Value[] }) =>
  phones.map((p) => (
    <div key={p.value}>
      {/^\+?[\d\s().-]+$/.test(p.value) ? (
        <Anchor href={`tel:${p.value.replace(/[^\d+]/g, '')}`} inherit>
          {phoneText(p.value)}
        </Anchor>
      ) : (
        p.value
      )}
      <Use use={p.use} />
    </div>
  ))

export const Emails = ({ emails }: { emails: Value[] }) =>
  emails.map((e) => (
    <div key={e.value}>
      <Anchor href={`mailto:${e.value}`} inherit>
        {e.value}
      </Anchor>
      <Use use={e.use} />
    </div>
  ))
