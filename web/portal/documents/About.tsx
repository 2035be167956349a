import { Badge, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { sizeText } from '../../transfer/words.ts'
import { Card } from '../Card.tsx'
import classes from './Document.module.css'
import { type OneDocument, versionsQuery } from './queries.ts'

/** Which version one sees, by whom and of when, and what changed in it. */
export function About({ document: d }: { document: OneDocument }) {
  const { t } = useWords('documents')
  const { moment } = useFormats()
  const versions = useQuery(versionsQuery(d.id))
  const numbered = versions.data?.items.filter((v) => v.n !== null)
  if (versions.error || numbered?.length === 0) return null
  return (
    <Card title={t('document.about')}>
      {d.tags.length > 0 && (
        <Group gap={6} mb="sm">
          {d.tags.map((tag) => (
            <Badge key={tag} variant="light" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
      {!numbered && <Skeleton h={48} />}
      <ol className={classes.versions}>
        {numbered?.map((v) => (
          <li key={v.id}>
            <Text fw={560}>{t('document.version', { n: v.n! })}</Text>
            <Text size="sm" c="dimmed">
              {t('document.of', { at: moment(v.createdAt) })} · {sizeText(v.size)}
            </Text>
            {v.authorName && (
              <Text size="sm" c="dimmed">
                {t('document.by', { name: v.authorName })}
              </Text>
            )}
            {v.note && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t('document.note', { note: v.note })}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
