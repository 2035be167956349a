import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inLanguage } from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import classes from '../Card.module.css'
import { Card } from '../Card.tsx'
import { BeginForm } from './BeginForm.tsx'
import { FormList } from './FormList.tsx'
import { type FormLine, formsAtWillQuery, openFormsQuery } from './queries.ts'

/** What one is asked, what one may fill in oneself, and what was handed in. */
export function FormsPage() {
  const { t } = useWords('forms')
  const language = useLanguage()
  const open = useQuery(openFormsQuery)
  const atWill = useQuery(formsAtWillQuery)
  const done = useCursorList<FormLine>(['forms', 'done'], (cursor, signal) =>
    ok(
      api.GET('/api/v1/portal/form-responses', { params: { query: { state: 'submitted', cursor } }, signal }),
    ),
  )
  const [begun, setBegun] = useState<{ id: string; title: string }>()
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Card title={t('toDo')}>
        <ErrorAlert error={open.error} onRetry={() => void open.refetch()} />
        {!open.data && !open.error && <Skeleton h={56} />}
        {open.data?.items.length === 0 && <Text c="dimmed">{t('nothingToDo')}</Text>}
        {open.data && <FormList items={open.data.items} />}
      </Card>
      <ErrorAlert error={atWill.error} onRetry={() => void atWill.refetch()} />
      {atWill.data && atWill.data.items.length > 0 && (
        <Card title={t('atWill')}>
          <ul className={classes.list}>
            {atWill.data.items.map((f) => {
              const title = inLanguage(f.title, language)
              return (
                <li key={f.id} className={classes.row}>
                  <span className={`${classes.grow} ${classes.name}`} id={`form-${f.id}`}>
                    {title}
                  </span>
                  <Button
                    variant="light"
                    id={`begin-${f.id}`}
                    aria-labelledby={`begin-${f.id} form-${f.id}`}
                    onClick={() => setBegun({ id: f.id, title })}
                  >
                    {t('begin')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </Card>
      )}
      <Card title={t('done')}>
        <ErrorAlert error={done.error} onRetry={done.retry} />
        {done.loading && <Skeleton h={56} />}
        {!done.loading && !done.error && done.rows.length === 0 && <Text c="dimmed">{t('nothingDone')}</Text>}
        <FormList items={done.rows} />
        {done.hasMore && (
          <Button mt="md" fullWidth variant="default" loading={done.loadingMore} onClick={done.loadMore}>
            {t('more')}
          </Button>
        )}
      </Card>
      {begun && <BeginForm form={begun} onClose={() => setBegun(undefined)} />}
    </>
  )
}
