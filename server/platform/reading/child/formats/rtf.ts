const CODE_PAGES: Record<string, string> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' }
const codePage = (n: string) => CODE_PAGES[n] ?? (/^125\d$/.test(n) ? `windows-${n}` : 'windows-1252')
/** Groups that hold no text of the document. */
const SILENT =
  /^(fonttbl|colortbl|stylesheet|listtable|listoverridetable|rsidtbl|generator|themedata|datastore|latentstyles|pict|objdata|xmlnstbl|fldinst)$/
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi

interface Group {
  silent: boolean
  /** Characters that stand for a Unicode one and are skipped (`\uc`). */
  skip: number
}

/** Text of a Rich Text document (the specification's version 1.9.1, as far as text goes). */
export function rtfText(source: string): string {
  const out: string[] = []
  const groups: Group[] = [{ silent: false, skip: 1 }]
  let decoder = new TextDecoder('windows-1252')
  let bytes: number[] = []
  let skipping = 0
  let starred = false
  const flush = () => {
    if (bytes.length > 0) out.push(decoder.decode(Uint8Array.from(bytes)))
    bytes = []
  }
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    const group = groups.at(-1)!
    if (hex !== undefined) {
      if (skipping > 0) skipping--
      else if (!group.silent) bytes.push(Number.parseInt(hex, 16))
      continue
    }
    flush()
    if (brace === '{') {
      if (groups.length < 10_000) groups.push({ ...group })
    } else if (brace === '}') {
      if (groups.length > 1) groups.pop()
    } else if (symbol === '*') starred = true
    else if (symbol !== undefined) {
      if (!group.silent) out.push(symbol === '~' ? ' ' : /[\\{}]/.test(symbol) ? symbol : '')
    } else if (word !== undefined) {
      if (SILENT.test(word) || (starred && !/^(shppict|shptxt|annotation|footnote)$/.test(word)))
        group.silent = true
      starred = false
      if (word === 'ansicpg' && number) decoder = new TextDecoder(codePage(number))
      else if (word === 'uc' && number) group.skip = Math.max(0, Number(number))
      else if (word === 'u' && number && !group.silent) {
        out.push(String.fromCharCode(Number(number) & 0xffff))
        skipping = group.skip
      } else if (/^(par|line|row|sect|page|nestrow)$/.test(word)) out.push('\n')
      else if (/^(tab|cell|nestcell)$/.test(word)) out.push('\t')
    } else if (plain !== undefined && !group.silent) {
      out.push(plain.slice(Math.min(skipping, plain.length)))
      skipping = 0
    }
  }
  flush()
  return out.join('')
}
