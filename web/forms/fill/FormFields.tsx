import { type Answer, type Answers, type Definition, inLanguage, shownFields } from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/language.ts'
import classes from './FormFields.module.css'
import type { Faults } from './faults.ts'
import { Question } from './Question.tsx'
import type { Uploads } from './said.ts'

interface Props {
  definition: Definition
  answers: Answers
  onAnswer: (id: string, answer: Answer | undefined) => void
  faults: Faults
  /** Where files go; none in a preview. */
  uploads?: Uploads | undefined
}

/** What a form asks, with what its conditions show for these answers. */
export function FormFields({ definition, answers, onAnswer, faults, uploads }: Props) {
  const language = useLanguage()
  const shown = shownFields(definition, answers)
  return (
    <div className={classes.root}>
      {definition.fields
        .filter((f) => shown.has(f.id))
        .map((field) => {
          const label = inLanguage(field.label, language)
          if (field.kind === 'heading')
            return (
              <h2 key={field.id} className={classes.heading}>
                {label}
              </h2>
            )
          if (field.kind === 'explanation')
            return (
              <p key={field.id} className={classes.text}>
                {label}
              </p>
            )
          return (
            <Question
              key={field.id}
              field={field}
              answer={answers[field.id]}
              onAnswer={(answer) => onAnswer(field.id, answer)}
              fault={faults.get(field.id)}
              uploads={uploads}
            />
          )
        })}
    </div>
  )
}
