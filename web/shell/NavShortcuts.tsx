import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts'
import { type NavItem, navFor } from './nav.ts'

/** `g u` for Users, and so on, for the pages this person may open; `/` for the search. */
export function NavShortcuts({ onSearch }: { onSearch: () => void }) {
  const items = navFor(useMay()).flatMap((section) => section.items)
  useShortcut('/', 'Search', onSearch)
  return items.filter((item) => item.keys).map((item) => <One key={item.to} item={item} />)
}

function One({ item }: { item: NavItem }) {
  const navigate = useNavigate()
  useShortcut(item.keys, `Go to ${item.label}`, () => void navigate({ to: item.to }))
  return null
}
