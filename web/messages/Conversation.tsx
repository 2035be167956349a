import { Button, Text } from '@mantine/core'
import { Suspense, useState } from 'react'
import { problemText } from '../api/problem.ts'
import { AttachedList } from '../files/AttachedList.tsx'
import type { Attached } from '../files/attached.ts'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import classes from './Conversation.module.css'

export interface Message {
  id: string
  kind: 'message' | 'note' | 'event'
  fromPortal: boolean
  own: boolean
  author: string
  body: string
  createdAt: string
  files?: readonly Attached[]
}

interface Props {
  items: Message[]
  more: boolean
  /** Under which path of the API files are read. */
  filesPath?: '/files' | '/portal/files'
  /** Asks for messages before one. */
  earlier: (before: string) => Promise<{ items: Message[]; more: boolean }>
}

const T = {
  label: 'Messages',
  earlier: 'Show earlier messages',
  you: 'You',
  former: 'Somebody who takes part no more',
  note: 'Note for colleagues',
}

/** A conversation, oldest first: one's own on the right. */
export function Conversation({ items, more, filesPath = '/files', earlier }: Props) {
  const [older, setOlder] = useState<{ items: Message[]; more: boolean }>()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const all = [...(older?.items ?? []), ...items]
  const load = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      const page = await earlier(all[0]!.id)
      setOlder({ items: [...page.items, ...(older?.items ?? [])], more: page.more })
    } catch (error) {
      setFailure(problemText(error))
    }
    setPending(false)
  }
  return (
    <>
      {(older?.more ?? more) && (
        <Button variant="default" fullWidth mb="md" loading={pending} onClick={() => void load()}>
          {T.earlier}
        </Button>
      )}
      {failure && (
        <Text c="red" mb="sm" role="alert">
          {failure}
        </Text>
      )}
      <ol className={classes.list} aria-label={T.label}>
        {all.map((m) =>
          m.kind === 'event' ? (
            <li key={m.id} className={classes.event}>
              {m.body} · <TimeAgo at={m.createdAt} />
            </li>
          ) : (
            <li
              key={m.id}
              className={classes.message}
              data-own={m.own || undefined}
              data-note={m.kind === 'note' || undefined}
            >
              <div className={classes.by}>
                <span className={classes.author}>{m.own ? T.you : m.author || T.former}</span>
                {m.kind === 'note' && <span className={classes.kind}>{T.note}</span>}
                <TimeAgo at={m.createdAt} />
              </div>
              {m.body && <div className={classes.body}>{m.body}</div>}
              {m.files && m.files.length > 0 && (
                <div className={classes.files}>
                  <Suspense>
                    <AttachedList files={m.files} path={filesPath} />
                  </Suspense>
                </div>
              )}
            </li>
          ),
        )}
      </ol>
    </>
  )
}
