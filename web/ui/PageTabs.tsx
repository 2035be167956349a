import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './PageTabs.module.css'

export interface PageTab {
  value: string
  label: string
  content: ReactNode
}

/** The parts of a page, of which its address names the open one. */
export function PageTabs({ label, tabs }: { label: string; tabs: PageTab[] }) {
  const { tab = tabs[0]!.value } = useSearch({ strict: false }) as { tab?: string }
  const navigate = useNavigate()
  const show = (next: string | null) =>
    void navigate({
      to: '.',
      search: (next === tabs[0]!.value ? {} : { tab: next }) as never,
      replace: true,
      resetScroll: false,
    })
  const list = useRef<HTMLDivElement>(null)
  // On a phone the open one may be beyond the edge.
  const at = tabs.findIndex((t) => t.value === tab)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  return (
    <Tabs value={tab} onChange={show} keepMounted={false}>
      <Tabs.List ref={list} aria-label={label} className={classes.list}>
        {tabs.map((t) => (
          <Tabs.Tab key={t.value} value={t.value}>
            {t.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((t) => (
        <Tabs.Panel key={t.value} value={t.value}>
          {t.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
