import { Select, type SelectProps } from '@mantine/core'

const ZONES = Intl.supportedValuesOf('timeZone')

/** A time zone of the IANA database. One that this browser does not know stays a choice where it is chosen. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data'>) {
  const value = props.value ?? ''
  const known = value === '' || ZONES.includes(value)
  return (
    <Select
      searchable
      nothingFoundMessage="No such time zone"
      limit={100}
      data={known ? ZONES : [value, ...ZONES]}
      {...props}
    />
  )
}
