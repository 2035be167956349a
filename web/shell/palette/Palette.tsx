import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMay } from '../../session/session.ts'
import { ClientHits } from './ClientHits.tsx'
import { commandsFor, matching } from './commands.ts'

const [store, palette] = createSpotlight()

/**
 * Pages, actions and clients from the keyboard. What is typed leaves this page only in the body of a request:
 * no address ever holds it.
 */
export default function Palette({ asked }: { asked: number }) {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  const may = useMay()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request to open opens
  useEffect(() => palette.open(), [asked])
  const commands = matching(commandsFor(may), query)
  const groups = [...new Set(commands.map((c) => c.group))]

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="min(440px, 60dvh)"
      title="Search"
    >
      <Spotlight.Search
        placeholder={may('clients:read') ? 'Find a client, a page or an action' : 'Find a page or an action'}
        aria-label="Search"
        leftSection={<IconSearch size={18} stroke={1.7} />}
        spellCheck={false}
        autoComplete="off"
      />
      <Spotlight.ActionsList>
        {may('clients:read') && <ClientHits query={query} />}
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {commands
              .filter((c) => c.group === group)
              .map(({ id, label, icon: Icon, run }) => (
                <Spotlight.Action
                  key={id}
                  label={label}
                  leftSection={<Icon size={18} stroke={1.7} />}
                  onClick={() => run((to) => void navigate({ to }))}
                />
              ))}
          </Spotlight.ActionsGroup>
        ))}
        {commands.length === 0 && query.trim().length < 2 && (
          <Spotlight.Empty>Nothing is called that</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
