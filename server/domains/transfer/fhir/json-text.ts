/**
 * The text of one member of a JSON object, exactly as written, or undefined. Keeping the text keeps what
 * `JSON.parse` loses: FHIR decimals carry meaning in their trailing zeros (1.10 is not 1.1). The text must be
 * valid JSON already. Where a name is repeated the last one counts, as in `JSON.parse`.
 */
export function memberText(object: string, name: string): string | undefined {
  let depth = 0
  let key: string | undefined
  let valueStart = -1
  let found: string | undefined
  for (let i = 0; i < object.length; i++) {
    const c = object.charCodeAt(i)
    if (c === 0x22) {
      const end = stringEnd(object, i)
      if (depth === 1 && valueStart < 0) key = JSON.parse(object.slice(i, end + 1)) as string
      i = end
    } else if (c === 0x3a) {
      if (depth === 1) valueStart = i + 1
    } else if (c === 0x7b || c === 0x5b) depth++
    else if (c === 0x7d || c === 0x5d || c === 0x2c) {
      if (depth === 1 && valueStart >= 0) {
        if (key === name) found = object.slice(valueStart, i).trim()
        valueStart = -1
      }
      if (c !== 0x2c) depth--
    }
  }
  return found
}

/** The index of the quote that closes the string opened at `start`. */
function stringEnd(text: string, start: number): number {
  for (let i = start + 1; ; ) {
    const quote = text.indexOf('"', i)
    if (quote < 0) return text.length
    let slashes = 0
    for (let j = quote - 1; text.charCodeAt(j) === 0x5c; j--) slashes++
    if (slashes % 2 === 0) return quote
    i = quote + 1
  }
}
