const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Small letters without marks: `Ünïcode` is `unicode`. */
export const small = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** Signs that stand for letters put back: `p@55w0rd` is `password`. */
export const unleet = (text: string): string => text.replace(/[0134578@$!]/g, (c) => LEET[c]!)

/** The letters and digits alone. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
