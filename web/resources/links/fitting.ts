import type { LinkPage } from '../queries.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The links of a facility, with those for all, that have a word in them; groups without any are left out. */
export function fitting(
  groups: LinkPage['groups'],
  { facility, word }: { facility: string; word: string },
): LinkPage['groups'] {
  const wanted = plain(word.trim())
  return groups
    .map((group) => ({
      ...group,
      links: group.links.filter(
        (l) =>
          (!facility || l.facilityIds.length === 0 || l.facilityIds.includes(facility)) &&
          (!wanted || plain(`${l.title} ${l.note} ${group.name}`).includes(wanted)),
      ),
    }))
    .filter((group) => group.links.length > 0)
}
