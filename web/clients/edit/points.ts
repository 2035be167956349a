/** A telephone or e-mail address in a form. */
export interface Point {
  value: string
  use: string
}

interface Stored {
  value: string
  use?: string | undefined
}

export const pointsOf = (list: Stored[] | undefined): Point[] =>
  (list ?? []).map(({ value, use }) => ({ value, use: use ?? '' }))

/** As the API takes them: empty lines go. */
export const toPoints = <T extends Stored>(points: Point[]): T[] =>
  points
    .filter((p) => p.value.trim())
    .map(({ value, use }) => ({ value: value.trim(), ...(use && { use }) }) as T)

/** An address in a form: its lines are lines of one text. */
export interface AddressValues {
  use: string
  street: string
  city: string
  state: string
  postalCode: string
  country: string
}

export const NO_ADDRESS: AddressValues = {
  use: '',
  street: '',
  city: '',
  state: '',
  postalCode: '',
  country: '',
}

type StoredAddress = { line: string[] } & {
  [K in Exclude<keyof AddressValues, 'street'>]?: string | undefined
}

export const addressesOf = (list: StoredAddress[] | undefined): AddressValues[] =>
  (list ?? []).map(({ line, ...a }) => ({ ...NO_ADDRESS, ...a, street: line.join('\n') }))

export const toAddresses = <T extends StoredAddress>(addresses: AddressValues[]): T[] =>
  addresses
    .map(({ street, ...a }) => ({ ...filled(a), line: lines(street) }) as unknown as T)
    .filter(({ line, use: _, ...a }) => line.length > 0 || Object.keys(a).length > 0)

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)

/** An object without its empty texts. */
export const filled = <T extends object>(o: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(o)
      .map(([k, v]) => [k, typeof v === 'string' ? v.trim() : v])
      .filter(([, v]) => v !== '' && v !== undefined && v !== null),
  ) as Partial<T>
