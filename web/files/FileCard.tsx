import { Text } from '@mantine/core'
import { IconFile, IconFileOff, IconVirus } from '@tabler/icons-react'
import { sizeText } from '../transfer/words.ts'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { FileMenu } from './FileMenu.tsx'
import classes from './Files.module.css'
import type { StoredFile } from './queries.ts'
import { STATE_COLORS, stateText } from './words.ts'

const GONE: StoredFile['state'][] = ['purged', 'moved']

/** One file: what it is, what was found in it, and what may be done with it. A tombstone when it is gone. */
export function FileCard({ file: f, writes }: { file: StoredFile; writes: boolean }) {
  const gone = GONE.includes(f.state)
  const at = f.purgedAt ?? f.movedAt ?? f.createdAt
  return (
    <li className={classes.file} data-state={f.state}>
      <Picture file={f} />
      <div className={classes.text}>
        <div className={classes.name}>{f.name ?? (gone ? 'A file that was here' : 'Name covered')}</div>
        <Text size="xs" c={STATE_COLORS[f.state] === 'red' ? 'red.7' : 'dimmed'}>
          {stateText(f)}
        </Text>
        <Text size="xs" c="dimmed">
          {[!gone && sizeText(f.size), !gone && typeText(f)].filter(Boolean).join(', ')}
          {!gone && ' · '}
          <TimeAgo at={at} />
        </Text>
        {f.mislabelled && !gone && (
          <Text size="xs" c="amber.8">
            Its name says something else than its content.
          </Text>
        )}
      </div>
      {!gone && <FileMenu file={f} writes={writes} />}
    </li>
  )
}

const typeText = (f: StoredFile) =>
  f.contentType && [f.contentType, f.alsoType && `also ${f.alsoType}`].filter(Boolean).join(', ')

/** A blurred tiny picture as long as it is suspected: the server gives no more. */
function Picture({ file: f }: { file: StoredFile }) {
  if (f.preview === 'none') {
    const Icon = f.state === 'infected' ? IconVirus : GONE.includes(f.state) ? IconFileOff : IconFile
    return (
      <div className={classes.picture}>
        <Icon size={22} stroke={1.5} aria-hidden />
      </div>
    )
  }
  return (
    <div className={classes.picture}>
      <img
        src={`/api/v1/files/${f.id}/preview?size=128#${f.version}`}
        alt={f.preview === 'tiny' ? 'Blurred, since it may hold PHI' : ''}
        loading="lazy"
      />
    </div>
  )
}
