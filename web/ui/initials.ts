/** `Donya Mikaela Yundt` is `DY`. Titles and digits don't count. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((w) => /^\p{L}/u.test(w) && !/^(dr|mr|mrs|ms|prof)\.?$/i.test(w))
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return ends.map((w) => [...w][0]!.toUpperCase()).join('') || '?'
}
