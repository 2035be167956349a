/** Letters without marks, lower case: `José  O’Brien-Núñez` gives `jose`, `obrien`, `nunez`. */
export function nameWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
