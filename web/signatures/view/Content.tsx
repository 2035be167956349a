import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api/client.ts'
import { TextShown } from '../../files/TextShown.tsx'
import { useWords } from '../../i18n/language.ts'
import { pathOf, type Side, type SignatureRequest } from '../queries.ts'
import classes from './View.module.css'

/** Pages that are shown at first; more on request, so that a long document does not fill a phone's memory. */
const AT_ONCE = 20

/** What is to be signed, drawn or read out by the server: nothing of the file itself runs here. */
export function Content({ request: r, side }: { request: SignatureRequest; side: Side }) {
  const { t } = useWords('signatures')
  if (!r.content) return null
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={classes.paper} tabIndex={0} aria-label={t('content.label')}>
        {r.content.preview === 'pages' && <Pages request={r} side={side} pages={r.content.pages ?? 1} />}
        {r.content.preview === 'text' && <TextOf request={r} side={side} />}
        {r.content.preview !== 'pages' && r.content.preview !== 'text' && (
          <Text c="dimmed">{t('content.none')}</Text>
        )}
      </section>
      <Button
        component="a"
        href={pathOf(side, r.id, 'content')}
        download
        variant="default"
        mt="sm"
        leftSection={<IconDownload size={17} />}
      >
        {t('content.download')}
      </Button>
    </>
  )
}

function Pages({ request: r, side, pages }: { request: SignatureRequest; side: Side; pages: number }) {
  const { t } = useWords('signatures')
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <>
      {Array.from({ length: Math.min(shown, pages) }, (_, i) => i + 1).map((page) => (
        <img
          key={page}
          className={classes.page}
          src={`${pathOf(side, r.id, 'preview')}?size=1600&page=${page}`}
          alt={t('content.page', { page, pages })}
          loading="lazy"
        />
      ))}
      {pages > shown && (
        <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
          {t('content.more', { pages: pages - shown })}
        </Button>
      )}
    </>
  )
}

function TextOf({ request: r, side }: { request: SignatureRequest; side: Side }) {
  const { t } = useWords('signatures')
  const text = useQuery({
    queryKey: ['signature-text', side, r.id],
    queryFn: async ({ signal }) => {
      const answer = await send(new Request(`${location.origin}${pathOf(side, r.id, 'text')}`, { signal }))
      return (await answer.json()) as { text: string; whole: boolean }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <TextShown text={text} begins={t('content.beginning')} within />
}
