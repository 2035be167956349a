export type Piece = { text: string; href?: string }

/** Where the text before a link ends a sentence, its sign is not part of the address. */
const LINK = /https?:\/\/[^\s<>"'’”]{3,500}/g

/** A text with its web addresses told apart. Only http and https become links. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = []
  let at = 0
  for (const match of text.matchAll(LINK)) {
    const href = match[0].replace(/[.,;:!?)\]]+$/, '')
    if (match.index > at) out.push({ text: text.slice(at, match.index) })
    out.push({ text: href, href })
    at = match.index + href.length
  }
  if (at < text.length) out.push({ text: text.slice(at) })
  return out
}

/** What a reply says itself, and the history that it quotes below. */
export function splitQuote(text: string): { said: string; quoted: string } {
  const lines = text.split('\n')
  let end = lines.length
  while (end > 0 && (lines[end - 1]!.startsWith('>') || lines[end - 1]!.trim() === '')) end--
  const quoted = lines.slice(end).join('\n').trim()
  return quoted.startsWith('>') && end > 0
    ? { said: lines.slice(0, end).join('\n').trimEnd(), quoted }
    : { said: text, quoted: '' }
}
