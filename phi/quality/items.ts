import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Kind } from '../kinds.ts'
import { synthetic } from './synthetic.ts'

/** A passage of an item that a detector should find as this kind. */
export interface Label {
  kind: Kind
  start: number
  end: number
  /** Either answer is right: neither missed nor wrong. Written `[[?kind:text]]`. */
  optional: boolean
}

export interface Item {
  /** File and number in it. */
  id: string
  text: string
  labels: Label[]
  /** Whether the text as a whole is to be suspected of holding PHI. */
  phi: boolean
  /** Not to be looked at while rules are tuned. */
  heldOut: boolean
}

const SHORT: Record<string, Kind> = {
  dob: 'birth-date',
  mid: 'member-id',
  acct: 'account',
  lic: 'licence',
  veh: 'vehicle',
  dev: 'device',
  oid: 'other-id',
  dx: 'diagnosis-code',
}

/** A third, by a hash (FNV-1a) of the phrasing: items that differ only in their values stay together. */
function isHeldOut(markup: string): boolean {
  const phrasing = markup.replace(/\[\[(\??[\w-]+):.*?\]\]/gs, '<$1>').replace(/\d/g, '0')
  let hash = 0x811c9dc5
  for (let i = 0; i < phrasing.length; i++) hash = Math.imul(hash ^ phrasing.charCodeAt(i), 0x01000193)
  return (hash >>> 8) % 3 === 0
}

/** Reads `[[kind:text]]` markup, with `{npi}` and the like replaced by made-up values that pass their checks. */
export function parseItem(id: string, markup: string, phi: boolean): Item {
  const labels: Label[] = []
  let text = ''
  let at = 0
  for (const match of markup.matchAll(/\[\[(\??)([\w-]+):(.*?)\]\]/gs)) {
    text += markup.slice(at, match.index)
    const value = match[3]!.replace(/\{([a-z]+-?)\}/g, (_, what) => synthetic(what, id))
    labels.push({
      kind: SHORT[match[2]!] ?? (match[2] as Kind),
      start: text.length,
      end: text.length + value.length,
      optional: match[1] === '?',
    })
    text += value
    at = match.index + match[0].length
  }
  return { id, text: text + markup.slice(at), labels, phi, heldOut: isHeldOut(markup) }
}

/** Items of a file stand one after another, each after "=+ " (PHI) or "=- " (none) at the start of a line. */
export function parseFile(name: string, content: string): Item[] {
  return content
    .split(/^=(?=[+-] )/m)
    .slice(1)
    .map((part, i) => parseItem(`${name}/${i + 1}`, part.slice(2).replace(/\n$/, ''), part[0] === '+'))
}

export function loadItems(folder: string): Item[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .flatMap((f) => parseFile(basename(f, '.txt'), readFileSync(join(folder, f), 'utf8')))
}
