import { Center, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Pages } from '../../files/Pages.tsx'
import { useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import classes from './Document.module.css'
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
  if (text.error) return <ErrorAlert error={text.error} onRetry={() => void text.refetch()} />
  if (!text.data) return <Skeleton h={300} />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className={classes.text} tabIndex={0}>
        {text.data.text}
      </pre>
      {!text.data.whole && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('document.begins')}
        </Text>
      )}
    </>
  )
}

const Say = ({ children }: { children: string }) => (
  <Center mih={140}>
    <Text c="dimmed" ta="center" maw={420}>
      {children}
    </Text>
  </Center>
)
