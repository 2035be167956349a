/** Lines beyond this are not looked at: whatever stands there is kept, and shown, as it is. */
const MOST_LINES = 20_000

export interface ReplyText {
  /** What the sender wrote now. The whole text, where no history is found or nothing would be left. */
  fresh: string
  /** What is quoted below it; '' when nothing is. `fresh` and `history` are the whole text. */
  history: string
}

const QUOTED = /^\s{0,3}>/
const SIGNATURE = /^--\s?$/
/** "On Tue, 3 Mar 2026, Ada wrote:" in the languages that mail programs speak; may be broken over lines. */
const WROTE =
  /^\W{0,3}(on|am|le|el|il|op|em|den|dnia|w dniu|vào)\s.{4,300}\s(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(a\)|napisał|viết)(?!\p{L}).{0,200}:\s*$/iu
const WROTE_EAST = /^\W{0,3}\d{2,4}.{4,300}(写道|寫道|のメール|님이 작성)[:：]?\s*$/u
const DIVIDER =
  /^\s*-{2,}\s*(original message|original appointment|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)\s*-{2,}\s*$/iu
/** What is passed on is content. */
const FORWARD = /^\s*(-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:)\s*$/iu
const RULE = /^\s*_{10,}\s*$/
const HEAD_FROM = /^\W{0,3}(from|von|de|da|van|fra|från)\s*:\s*\S/iu
const HEAD_OTHER =
  /^\W{0,3}(sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado|fecha|para|asunto|inviato|data|a|oggetto|verzonden|aan|onderwerp|enviada em|assunto)\s*:/iu

const blank = (line: string) => line.trim() === ''

/** Whether a quoted mail's own head (From:, Sent:, To: ...) begins at this line. */
function headBegins(lines: string[], at: number): boolean {
  if (!HEAD_FROM.test(lines[at]!)) return false
  let others = 0
  for (let i = at + 1; i < Math.min(at + 6, lines.length); i++) if (HEAD_OTHER.test(lines[i]!)) others++
  return others >= 2
}

/** Whether "... wrote:" begins at this line; mail programs break it over up to three. */
function attributionBegins(lines: string[], at: number): boolean {
  if (blank(lines[at]!)) return false
  for (let n = 1; n <= 3 && at + n <= lines.length; n++) {
    const text = lines.slice(at, at + n).join(' ')
    if (text.length > 600) return false
    if (WROTE.test(text) || WROTE_EAST.test(text)) return true
  }
  return false
}

/** Where everything that follows is history. */
function historyBegins(lines: string[], at: number): boolean {
  const line = lines[at]!
  if (line.length > 400) return false
  if (DIVIDER.test(line)) return true
  if (RULE.test(line) && at + 1 < lines.length && headBegins(lines, at + 1)) return true
  return headBegins(lines, at)
}

/** The end of the fresh part where quotes are marked with `>`: only what is quoted to the very end goes. */
function quotedTail(lines: string[]): number {
  let end = lines.length
  while (end > 0 && (blank(lines[end - 1]!) || QUOTED.test(lines[end - 1]!))) end--
  return lines.slice(end).some((line) => QUOTED.test(line)) ? end : lines.length
}

/** A signature below the quote does not make an answer between the lines. */
function withoutSignature(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line))
  return at > 0 && lines.length - at <= 15 ? lines.slice(0, at) : lines
}

function cutAt(lines: string[]): number {
  for (let i = 0; i < lines.length; i++) {
    if (FORWARD.test(lines[i]!)) return lines.length
    if (historyBegins(lines, i)) return i
    if (!attributionBegins(lines, i)) continue
    // Answers between quoted lines are the answer: then nothing is hidden.
    const rest = withoutSignature(lines.slice(i))
    const from = rest.findIndex((line) => QUOTED.test(line))
    if (from < 0) return i
    if (quotedTail(rest) <= from) return i
    return lines.length
  }
  return quotedTail(lines)
}

/**
 * Parts what a sender wrote now from what the mail quotes. Nothing is lost: both parts together are the whole text.
 * A forwarded mail is content, not history: where nothing stands above, all of it is fresh.
 */
export function replyText(text: string): ReplyText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  if (lines.length > MOST_LINES) return { fresh: text, history: '' }
  const cut = cutAt(lines)
  const fresh = lines.slice(0, cut).join('\n')
  if (cut === lines.length || withoutSignature(lines.slice(0, cut)).every(blank))
    return { fresh: lines.join('\n'), history: '' }
  return { fresh: `${fresh}\n`, history: lines.slice(cut).join('\n') }
}
