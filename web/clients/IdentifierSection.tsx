import { useMay } from '../session/session.ts'
import { MaskedValue } from '../ui/MaskedValue.tsx'
import type { RevealField } from './edit/identifiers.ts'
import { Fields, Nothing } from './Fields.tsx'
import { type Client, revealIdentifier } from './queries.ts'

/** Identifiers, masked; each is revealed by itself, which the log says. */
export function IdentifierSection({ client }: { client: Client }) {
  const may = useMay()('identifiers:reveal')
  const i = client.identifier
  if (!i || (!i.ssn && !i.mrns.length && !i.memberIds.length && !i.other.length)) return <Nothing />
  const line = (label: string, masked: string, field: RevealField, index = 0): [string, React.ReactNode] => [
    label,
    <MaskedValue
      key={`${field} ${index} ${masked}`}
      label={label}
      masked={masked}
      {...(may && { onReveal: () => revealIdentifier(client.id, { field, index }) })}
    />,
  ]
  const of = (label: string, at: number, all: { system?: string | undefined }[]) => {
    const system = all[at]?.system
    const issuer = system && hostOf(system)
    const same = all.filter((x) => x.system === system)
    const nth = same.length > 1 ? ` ${same.indexOf(all[at]!) + 1}` : ''
    return `${label}${nth}${issuer ? ` (${issuer})` : ''}`
  }
  return (
    <Fields
      items={[
        ...(i.ssn ? [line('Social Security number', i.ssn, 'ssn')] : []),
        ...i.mrns.map((m, at) => line(of('Medical record number', at, i.mrns), m.value, 'mrn', at)),
        ...i.memberIds.map((m, at) => line(of('Member id', at, i.memberIds), m.value, 'memberId', at)),
        ...i.other.map((m, at) => line(of(m.type ?? 'Other', at, i.other), m.value, 'other', at)),
      ]}
    />
  )
}

/** The host of a URL, or the text itself. */
const hostOf = (system: string) => (URL.canParse(system) && new URL(system).hostname) || system
