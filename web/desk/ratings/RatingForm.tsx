import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useWords } from '../../i18n/language.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import classes from './Rating.module.css'
import { SCORES, type Score, useScoreWords } from './scores.ts'

interface Props {
  /** What was said before. */
  before?: { score: Score | null; comment: string | null }
  /** What is around says the question already. */
  titled?: boolean
  send: (rating: { score: Score; comment?: string }) => Promise<unknown>
}

/** How content somebody is, in one of three words, and more of it where they like. */
export function RatingForm({ before, titled, send }: Props) {
  const { t } = useWords('rating')
  const words = useScoreWords()
  const form = useForm({
    initialValues: { score: before?.score ? String(before.score) : '', comment: before?.comment ?? '' },
    validate: { score: (v) => (v ? null : t('choose')) },
  })
  const { onSubmit, pending, error } = useSubmit(form, ({ score, comment }) =>
    send({ score: Number(score) as Score, ...(comment.trim() && { comment: comment.trim() }) }),
  )
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Radio.Group
          {...(titled ? { 'aria-label': t('label') } : { label: t('label') })}
          {...form.getInputProps('score')}
        >
          <div className={classes.scores}>
            {SCORES.map(({ score, Icon }) => (
              <Radio.Card
                key={score}
                value={String(score)}
                className={classes.score}
                aria-label={words[score]}
              >
                <Icon size={34} stroke={1.5} aria-hidden />
                <span>{words[score]}</span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('comment')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={5000}
          {...form.getInputProps('comment')}
        />
        <ErrorAlert error={error} shownFields={['score', 'comment']} />
        <Group>
          <Button type="submit" size="md" loading={pending}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
