import { Button, Collapse, Group, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent, RefObject } from 'react'
import { useIsPhone } from '../ui/use-is-phone.ts'
import { filterCount, type ListFilter, NO_FILTER, setListFilter, useListFilter } from './list-filter.ts'
import { choicesQuery } from './queries.ts'
import { KINDS } from './words.ts'

interface Props {
  search: RefObject<HTMLInputElement | null>
  /** Enter or the arrow down in the search: on to what was found. */
  onGo: (open: boolean) => void
}

/** The search and the filters of the list of clients. On a phone the filters open below a button. */
export function ClientFilters({ search, onGo }: Props) {
  const phone = useIsPhone()
  const filter = useListFilter()
  const [opened, { toggle }] = useDisclosure(filterCount(filter) > 0)
  const count = filterCount(filter)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onGo(event.key === 'Enter')
  }
  return (
    <search>
      <Group gap="sm" wrap="nowrap" mb="sm">
        <TextInput
          ref={search}
          type="search"
          flex={1}
          miw={0}
          size="md"
          aria-label="Search"
          placeholder={phone ? 'Name, birth date, MRN …' : 'Name, birth date, telephone, e-mail, MRN or SSN'}
          leftSection={<IconSearch size={18} />}
          value={filter.q}
          onChange={(event) => setListFilter({ q: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        {phone && (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={18} />}
            aria-expanded={opened}
            onClick={toggle}
          >
            Filter{count > 0 ? ` (${count})` : ''}
          </Button>
        )}
      </Group>
      {phone ? (
        <Collapse expanded={opened}>
          <Filters filter={filter} />
        </Collapse>
      ) : (
        <Filters filter={filter} />
      )}
    </search>
  )
}

function Filters({ filter }: { filter: ListFilter }) {
  const choices = useQuery(choicesQuery)
  const any = filterCount(filter) > 0
  return (
    <Group mb="md" gap="sm">
      <Select
        aria-label="Client group"
        placeholder="All groups"
        clearable
        searchable
        data={choices.data?.groups ?? []}
        value={filter.groupId}
        onChange={(groupId) => setListFilter({ groupId })}
        flex="1 1 170px"
        maw={{ sm: 230 }}
      />
      <Select
        aria-label="Facility"
        placeholder="All facilities"
        clearable
        searchable
        data={choices.data?.facilities ?? []}
        value={filter.facilityId}
        onChange={(facilityId) => setListFilter({ facilityId })}
        flex="1 1 170px"
        maw={{ sm: 230 }}
      />
      <Select
        aria-label="Kind"
        placeholder="People and organisations"
        clearable
        data={KINDS}
        value={filter.kind}
        onChange={(kind) => setListFilter({ kind: kind as ListFilter['kind'] })}
        flex="1 1 170px"
        maw={{ sm: 230 }}
      />
      <TextInput
        aria-label="Tag"
        placeholder="Tag"
        maxLength={60}
        autoComplete="off"
        value={filter.tag}
        onChange={(event) => setListFilter({ tag: event.currentTarget.value })}
        flex="1 1 130px"
        maw={{ sm: 180 }}
      />
      {any && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} />}
          onClick={() => setListFilter({ ...NO_FILTER, q: filter.q })}
        >
          Clear filters
        </Button>
      )}
    </Group>
  )
}
