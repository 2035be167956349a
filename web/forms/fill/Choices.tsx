import { Checkbox, Radio } from '@mantine/core'
import { inLanguage } from '../../../forms/index.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import classes from './FormFields.module.css'
import { Group } from './Group.tsx'
import type { QuestionProps, Said } from './said.ts'

type Props = QuestionProps & { said: Said }

/** One of the options, or several of them: each a whole line to touch. */
export function Choices({ field, answer, onAnswer, said }: Props) {
  const language = useLanguage()
  const several = field.kind === 'choices'
  const chosen = Array.isArray(answer) ? answer : answer === undefined ? [] : [String(answer)]
  const turn = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]
    onAnswer(next.length ? next : undefined)
  }
  return (
    <Group said={said}>
      <div className={classes.choices}>
        {field.options?.map((o) => {
          const label = inLanguage(o.label, language)
          const common = { label, size: 'md', classNames: { body: classes.choice } } as const
          return several ? (
            <Checkbox key={o.id} {...common} checked={chosen.includes(o.id)} onChange={() => turn(o.id)} />
          ) : (
            <Radio
              key={o.id}
              {...common}
              name={said.id}
              checked={answer === o.id}
              onChange={() => onAnswer(o.id)}
            />
          )
        })}
      </div>
    </Group>
  )
}

export function YesNo({ answer, onAnswer, said }: Props) {
  const { t } = useWords('forms')
  const one = (value: boolean, label: string) => (
    <Radio
      label={label}
      size="md"
      name={said.id}
      classNames={{ body: classes.choice }}
      checked={answer === value}
      onChange={() => onAnswer(value)}
    />
  )
  return (
    <Group said={said}>
      <div className={classes.choices}>
        {one(true, t('yes'))}
        {one(false, t('no'))}
      </div>
    </Group>
  )
}
