import { Image } from '@mantine/core'
import {
  type AddressAnswer,
  type Answer,
  type Answers,
  type Definition,
  type Field,
  inLanguage,
  isQuestion,
  type SignatureAnswer,
  shownFields,
} from '../../../forms/index.ts'
import { AttachedList } from '../../files/AttachedList.tsx'
import type { Attached } from '../../files/attached.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import classes from './AnswerList.module.css'

interface Props {
  definition: Definition
  answers: Answers
  files: readonly Attached[]
  path: string
  /** Which of the questions are shown; all that were asked where it is not said. */
  only?: (field: Field) => boolean
}

/** What was answered, question by question. */
export function AnswerList({ definition, answers, files, path, only = () => true }: Props) {
  const language = useLanguage()
  const asked = shownFields(definition, answers)
  const fields = definition.fields.filter((f) => isQuestion(f) && asked.has(f.id) && only(f))
  return (
    <dl className={classes.list}>
      {fields.map((field) => (
        <div key={field.id} className={classes.pair}>
          <dt>{inLanguage(field.label, language)}</dt>
          <dd>
            <AnswerView field={field} answer={answers[field.id]} files={files} path={path} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const addressText = (a: AddressAnswer) =>
  [a.line, a.line2, [a.city, a.state, a.postalCode].filter(Boolean).join(' '), a.country]
    .filter(Boolean)
    .join('\n')

/** One answer, as one reads it. */
export function AnswerView({
  field,
  answer,
  files = [],
  path = '',
}: {
  field: Field
  answer: Answer | undefined
  files?: readonly Attached[]
  path?: string
}) {
  const { t } = useWords('forms')
  const language = useLanguage()
  const { number } = useFormats()
  if (answer === undefined) return <span className={classes.none}>{t('noAnswer')}</span>
  const option = (id: string) => {
    const found = field.options?.find((o) => o.id === id)
    return found ? inLanguage(found.label, language) : id
  }
  switch (field.kind) {
    case 'yes-no':
      return answer ? t('yes') : t('no')
    case 'choice':
      return option(String(answer))
    case 'choices':
      return (answer as string[]).map(option).join(', ')
    case 'number':
      return number(Number(answer))
    case 'address':
      return <span className={classes.lines}>{addressText(answer as AddressAnswer)}</span>
    case 'signature': {
      const mark = answer as SignatureAnswer
      return mark.kind === 'typed' ? (
        <i>{mark.text}</i>
      ) : (
        <Image
          src={`data:image/png;base64,${mark.png}`}
          alt={t('signature.drawn')}
          className={classes.drawing}
          w="auto"
          h={72}
        />
      )
    }
    case 'file':
      return <AttachedList files={files.filter((f) => (answer as string[]).includes(f.id))} path={path} />
    default:
      return <span className={classes.lines}>{String(answer)}</span>
  }
}
