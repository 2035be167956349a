import { bare, small, unleet } from './plain.ts'

/** Whose password it is. */
export interface About {
  email: string
  displayName: string
  organization: string
}

/** Shorter words are inside too many others: `Lee` in `sleepy`. */
const SHORTEST = 4
/** Words of organizations' names that tell nothing about the one. */
const GENERIC = new Set(
  'care caring center centre clinic clinics community dental doctors family general group health healthcare home hospital house medical medicine office partners practice service services team wellness'.split(
    ' ',
  ),
)

/** The words that a password must not contain: of the name, of the e-mail address, of the organization's name. */
function ownWords({ email, displayName, organization }: About): Set<string> {
  const [local = '', domain = ''] = email.split('@')
  const words = [
    ...displayName.split(/[^\p{L}\p{N}]+/u),
    displayName,
    ...local.split(/[^\p{L}\p{N}]+/u),
    local,
    domain.split('.')[0]!,
    organization,
    ...organization.split(/[^\p{L}\p{N}]+/u).filter((w) => !GENERIC.has(small(w))),
  ]
  return new Set(words.map((w) => bare(small(w))).filter((w) => w.length >= SHORTEST))
}

/** Whether the password holds one of them, in any case, with signs between its letters or in their place. */
export function holdsOwnWord(password: string, about: About): boolean {
  const text = small(password)
  const forms = [bare(text), bare(unleet(text))]
  return [...ownWords(about)].some((word) =>
    forms.some((form) => form.includes(word) || form.includes(unleet(word))),
  )
}
