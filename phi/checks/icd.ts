/**
 * A code shaped as in ICD-10-CM (CDC/NCHS, Official Guidelines, I.A.2): a letter, a digit, a digit or letter, and after
 * a dot up to four more. The letters that subcategories use last are A, D, S and a few stages.
 */
export function isIcd10(text: string): boolean {
  return /^[A-TV-Z][0-9][0-9AB](?:\.[0-9A-Z]{1,4})?$|^U(?:07|09)\.[0-9]$/.test(text.toUpperCase())
}
