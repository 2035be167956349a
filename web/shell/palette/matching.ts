/** Those whose label or words begin with each word that was typed. */
export function matching<C extends { label: string; words: string }>(commands: C[], query: string): C[] {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((c) => {
    const known = `${c.label} ${c.words}`.toLowerCase().split(/[^a-z0-9]+/)
    return typed.every((t) => known.some((k) => k.startsWith(t)))
  })
}
