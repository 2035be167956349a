import { kindsText } from '../desk/words.ts'
import type { StoredFile } from './queries.ts'

const UNREAD: Record<string, string> = {
  timeout: 'it took too long',
  memory: 'it needs too much memory',
  encrypted: 'it is encrypted',
  'zip-bomb': 'it unpacks to far more than it is',
  'too-deep': 'it is nested too deep',
  crashed: 'reading it failed',
  unreadable: 'it can’t be read',
  'too-large': 'it is too large to be read',
  'too-many-parts': 'it holds too many files',
  'too-many-pages': 'it has too many pages to be read',
  'too-much-text': 'it holds too much text',
  polyglot: 'it is two kinds of file in one',
  unsupported: 'files of this kind can’t be read here',
}

/** What somebody can do about a kind of file that is not read. */
const INSTEAD: [RegExp, string][] = [
  [/7z|rar|x-tar|x-bzip2|x-xz|zstd/, 'archives of this kind can’t be opened here; a zip file can'],
  [
    /x-cfb|msword|ms-excel|ms-powerpoint/,
    'Office files from before 2007 can’t be read here; saved anew, as .docx or PDF, they can',
  ],
  [/^(video|audio)\//, 'sound and video can’t be read here'],
  [/dicom/, 'medical images can’t be read here'],
]

/** What a file's state means to whoever works on the ticket. */
export function stateText(f: StoredFile): string {
  switch (f.state) {
    case 'uploading':
      return 'not complete yet'
    case 'waiting':
      return f.waitsFor ? 'waits for the malware scanner' : 'waits to be read'
    case 'reading':
      return 'is being read'
    case 'clean':
      return 'no PHI found'
    case 'suspected':
      return suspicion(f)
    case 'cleared':
      return 'cleared: no PHI'
    case 'infected':
      return 'holds malware'
    case 'moved':
      return 'moved into the client’s record'
    case 'purged':
      return 'purged for good'
  }
}

function suspicion(f: StoredFile): string {
  if (f.readError) {
    const instead =
      f.readError === 'unsupported' && INSTEAD.find(([type]) => type.test(f.contentType ?? ''))?.[1]
    return `may hold PHI: ${instead || UNREAD[f.readError] || 'it could not be read'}`
  }
  const kinds = f.findings.map((x) => x.kind)
  return kinds.length ? `may hold ${kindsText(kinds)}` : 'may hold PHI'
}

export const STATE_COLORS: Record<StoredFile['state'], string> = {
  uploading: 'gray',
  waiting: 'gray',
  reading: 'gray',
  clean: 'green',
  suspected: 'red',
  cleared: 'green',
  infected: 'red',
  moved: 'gray',
  purged: 'gray',
}
