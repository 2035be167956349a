import { Center, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Pages } from '../../files/Pages.tsx'
import { TextShown } from '../../files/TextShown.tsx'
import type { Document, Version } from '../queries.ts'
import { isBusy } from '../queries.ts'
import { fileNotice } from '../words.ts'
import classes from './DocumentPage.module.css'
import { useVersions } from './use-versions.ts'

/** What is in a version, drawn or read out by the server: nothing of the file itself runs here. */
export function Preview({ document: d, n }: { document: Document; n: number | undefined }) {
  const { rows } = useVersions(d.id)
  const version = rows.find((v) => v.n === n)
  return (
    <div className={classes.preview}>
      {version ? <Look document={d} version={version} /> : <Nothing document={d} />}
    </div>
  )
}

function Nothing({ document: d }: { document: Document }) {
  if (d.content) return <Skeleton h={300} />
  return <Say>Nothing to see until the first upload is whole.</Say>
}

function Look({ document: d, version: v }: { document: Document; version: Version }) {
  if (isBusy(v.fileState)) return <Say>It is being read, which takes a moment.</Say>
  if (v.preview === 'pages')
    return (
      <Pages
        src={(page) => `/api/v1/documents/${d.id}/versions/${v.n}/preview?size=1600&page=${page}`}
        pages={v.pages ?? 1}
        name={d.name}
      />
    )
  if (v.preview === 'text') return <TextOf id={d.id} n={v.n!} />
  const why = fileNotice(v)
  return <Say>{why ? `${why}.` : 'There is no preview of this kind of file. Download it to open it.'}</Say>
}

function TextOf({ id, n }: { id: string; n: number }) {
  const text = useQuery({
    queryKey: ['document-text', id, n],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/documents/{id}/versions/{n}/text', { params: { path: { id, n } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <TextShown text={text} begins="This is the beginning. Download it to see all." />
}

const Say = ({ children }: { children: string }) => (
  <Center mih={200}>
    <Text c="dimmed" ta="center">
      {children}
    </Text>
  </Center>
)
