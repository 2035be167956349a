import { Center, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Pages } from '../../files/Pages.tsx'
import { TextShown } from '../../files/TextShown.tsx'
import { useWords } from '../../i18n/language.ts'
import type { Document } from './queries.ts'
import { stateOf } from './state.ts'

/** What is in a document, drawn or read out by the server: nothing of the file itself runs here or stays here. */
export function Look({ document: d }: { document: Document }) {
  const { t } = useWords('documents')
  const state = stateOf(d)
  if (state === 'arriving') return <Say>{t('document.arriving')}</Say>
  if (state === 'checking') return <Say>{t('document.checking')}</Say>
  if (state === 'infected') return <Say>{t('document.infected')}</Say>
  if (state === 'gone') return <Say>{t('document.destroyed')}</Say>
  if (state === 'unseen') return <Say>{t('document.unseen')}</Say>
  const { n, preview, pages } = d.content!
  if (preview === 'pages')
    return (
      <Pages
        key={n}
        src={(page) => `/api/v1/portal/documents/${d.id}/versions/${n}/preview?size=1600&page=${page}`}
        pages={pages ?? 1}
        name={d.name}
        words={{
          page: (n, of) => t('pages.page', { n, of }),
          before: t('pages.before'),
          next: t('pages.next'),
          failed: t('pages.failed'),
          again: t('pages.again'),
        }}
      />
    )
  if (preview === 'text') return <TextOf id={d.id} n={n} />
  return <Say>{t('document.noPreview')}</Say>
}

function TextOf({ id, n }: { id: string; n: number }) {
  const { t } = useWords('documents')
  const text = useQuery({
    queryKey: ['document-text', id, n],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/portal/documents/{id}/versions/{n}/text', {
          params: { path: { id, n } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <TextShown text={text} begins={t('document.begins')} />
}

const Say = ({ children }: { children: string }) => (
  <Center mih={140}>
    <Text c="dimmed" ta="center" maw={420}>
      {children}
    </Text>
  </Center>
)
