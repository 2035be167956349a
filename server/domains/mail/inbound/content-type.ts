export interface ContentType {
  /** In lower case, without parameters; '' where none is given or it can't be read. */
  type: string
  boundary: string | undefined
  attachment: boolean
}

const BOUNDARY = /;\s*boundary\*?\s*=\s*(?:"((?:[^"\\]|\\.){1,200})"|([^\s;"]{1,200}))/i

/** The few facts about a part that its structure follows from; forgiving, as mail programs are. */
export function contentType(header: string): ContentType {
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ')
  const value = field(unfolded, 'content-type')
  const match = BOUNDARY.exec(value)
  return {
    type: value.split(';')[0]!.trim().toLowerCase(),
    boundary: match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2],
    attachment: /^attachment\b/i.test(field(unfolded, 'content-disposition').trim()),
  }
}

function field(header: string, name: string): string {
  for (const line of header.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === name) return line.slice(colon + 1)
  }
  return ''
}
