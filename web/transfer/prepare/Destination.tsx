import { Button, Checkbox, Collapse, Select, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { choicesQuery } from '../../clients/queries.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FormSection } from '../../ui/FormSection.tsx'
import type { Import, Preview } from '../api.ts'
import { DATE_ORDERS, DELIMITERS, ENCODINGS } from '../words.ts'
import type { Options } from './options.ts'

interface Props {
  file: Import
  preview: Preview
  options: Options
  onChange: (next: Partial<Options>) => void
}

const KINDS = [
  { value: 'person', label: 'Every row is a person' },
  { value: 'organisation', label: 'Every row is an organisation' },
]

/** Where the clients go, and how the file is to be read. */
export function Destination({ file, preview, options: o, onChange }: Props) {
  const choices = useQuery(choicesQuery)
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <>
      <FormSection title="Where the clients go" description="The group decides which teams will see them.">
        <ErrorAlert error={choices.error} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label="Client group"
            placeholder="Choose a group"
            searchable
            data={choices.data?.groups ?? []}
            value={o.groupId}
            onChange={(groupId) => onChange({ groupId })}
          />
          <Select
            label="Facility (optional)"
            clearable
            searchable
            data={choices.data?.facilities ?? []}
            value={o.facilityId}
            onChange={(facilityId) => onChange({ facilityId })}
          />
        </SimpleGrid>
        <Checkbox
          label="All or nothing"
          description="One row that is not right keeps every row out. Otherwise the others go in."
          checked={o.atomic}
          onChange={(e) => onChange({ atomic: e.currentTarget.checked })}
        />
      </FormSection>
      {file.kind === 'csv' && (
        <FormSection title="How it is written">
          <Select
            label="Dates such as 03/04/1980"
            description="Dates with the year first, and months in letters, are always understood."
            data={DATE_ORDERS}
            allowDeselect={false}
            value={o.dateOrder}
            onChange={(dateOrder) => onChange({ dateOrder: dateOrder ?? 'mdy' })}
          />
          <Stack gap="md" align="flex-start">
            <Button
              variant="subtle"
              size="xs"
              aria-expanded={opened}
              onClick={toggle}
              rightSection={opened ? <IconChevronUp size={15} /> : <IconChevronDown size={15} />}
            >
              If the columns look wrong
            </Button>
            <Collapse expanded={opened} w="100%">
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <Select
                  label="Between columns"
                  data={DELIMITERS}
                  allowDeselect={false}
                  value={o.delimiter ?? preview.delimiter ?? null}
                  onChange={(delimiter) => onChange({ delimiter, mapping: undefined })}
                />
                <Select
                  label="Encoding"
                  data={ENCODINGS}
                  allowDeselect={false}
                  value={o.encoding ?? file.encoding}
                  onChange={(encoding) => onChange({ encoding, mapping: undefined })}
                />
                <Select
                  label="Rows"
                  placeholder="Each row says what it is"
                  clearable
                  data={KINDS}
                  value={o.kind}
                  onChange={(kind) => onChange({ kind })}
                />
              </SimpleGrid>
            </Collapse>
          </Stack>
        </FormSection>
      )}
    </>
  )
}
