/** The same keys with other words: what a catalogue in another language must be. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
