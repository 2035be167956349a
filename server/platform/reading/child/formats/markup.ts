import { Parser } from 'htmlparser2'

/** Elements that end a line, by local name: of HTML, WordprocessingML, DrawingML and OpenDocument. */
const LINES = new Set(
  'p br div li tr h h1 h2 h3 h4 h5 h6 title table section article header footer blockquote pre dt dd option row table-row cr sst si comment'.split(
    ' ',
  ),
)
const CELLS = new Set('td th tab tc table-cell c v'.split(' '))
/** Attributes that people read or fill in. */
const SHOWN = new Set('alt title value content placeholder aria-label href descr name author'.split(' '))

const local = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/**
 * The text of HTML or XML, comments and spoken attributes included. Nothing outside the document is fetched, and no
 * entity is defined by it.
 */
export function markupText(source: string, options: { xml: boolean }): string {
  const out: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const [key, value] of Object.entries(attributes))
          if (SHOWN.has(local(key)) && value && !value.startsWith('data:') && !/^[\w.#/-]{0,3}$/.test(value))
            out.push(options.xml ? '' : ` ${value.replace(/^(mailto|tel):/, '')} `)
        if (LINES.has(local(name))) out.push('\n')
      },
      ontext: (text) => void out.push(text),
      oncomment: (text) => void out.push('\n', text, '\n'),
      onclosetag(name) {
        if (LINES.has(local(name))) out.push('\n')
        else if (CELLS.has(local(name))) out.push('\t')
      },
    },
    { xmlMode: options.xml, decodeEntities: true },
  )
  // In pieces: one write of a large document would hold several copies of it.
  for (let at = 0; at < source.length; at += 65_536) parser.write(source.slice(at, at + 65_536))
  parser.end()
  return out
    .join('')
    .replace(/[ \u00A0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
}

/** Pictures that lie in the markup itself. */
export function dataPictures(source: string, most = 50): Buffer[] {
  const found = source.matchAll(
    /data:image\/(?:png|jpe?g|gif|webp|bmp|tiff);base64,([A-Za-z0-9+/=\s]{100,})/g,
  )
  return [...found.take(most)].map((m) => Buffer.from(m[1]!, 'base64'))
}
