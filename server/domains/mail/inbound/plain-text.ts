import { convert } from 'html-to-text'

/** HTML beyond this many characters or levels is not laid out, only stripped of its tags. */
const LONGEST_HTML = 1024 ** 2
const DEEPEST_HTML = 200
const MOST_NODES = 20_000

/** Elements that hold nothing, or that end by themselves where the next begins: they open no level. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][a-z0-9]{0,20})/gi

/** Whether laying the markup out would cost more than in proportion: its nesting, counted in one pass. */
function tooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, closes, tag] of html.matchAll(TAG)) {
    const name = tag!.toLowerCase()
    if (FLAT.has(name)) continue
    const held = open.get(name) ?? 0
    if (closes && held === 0) continue
    open.set(name, held + (closes ? -1 : 1))
    depth += closes ? -1 : 1
    if (depth > DEEPEST_HTML) return true
  }
  return false
}

const UNSHOWN = /<(script|style|head|title)\b/gi

/** Without what elements hold that nobody sees. In one pass: an end that is missing once is not looked for again. */
function shown(html: string): string {
  const lower = html.toLowerCase()
  const endless = new Set<string>()
  let out = ''
  let at = 0
  for (const { 1: tag, index } of lower.matchAll(UNSHOWN)) {
    if (index < at || endless.has(tag!)) continue
    const end = lower.indexOf(`</${tag}`, index)
    if (end < 0) endless.add(tag!)
    else {
      out += html.slice(at, index)
      at = end
    }
  }
  return out + html.slice(at)
}

const stripped = (html: string) =>
  shown(html)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/**
 * What an HTML mail says, as text. Nothing of it is ever shown as HTML or loaded: no images, no styles, no scripts;
 * a link shows where it leads.
 */
export function textOfHtml(html: string): string {
  if (html.length > LONGEST_HTML || tooDeep(html)) return cleanText(stripped(html.slice(0, 4 * LONGEST_HTML)))
  return cleanText(
    convert(html, {
      wordwrap: false,
      limits: { maxDepth: DEEPEST_HTML, maxInputLength: LONGEST_HTML, maxChildNodes: MOST_NODES },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'title', format: 'skip' },
        { selector: 'head', format: 'skip' },
        { selector: 'svg', format: 'skip' },
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
        {
          selector: 'table',
          format: 'dataTable',
          options: { uppercaseHeaderCells: false, maxColumnWidth: 200 },
        },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
          selector,
          options: { uppercase: false },
        })),
      ],
    }),
  )
}

/** Controls that no text needs, and those that would make it read otherwise than it is (Unicode TR36 section 2.2). */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Text as it may be kept and shown: line ends as `\n`, no controls but tab, no turned directions, whole characters. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (c) => (c === '\n' || c === '\t' ? c : ''))
    .toWellFormed()
