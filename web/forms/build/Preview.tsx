import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type Answers, type Definition, inLanguage, judgeAnswers } from '../../../forms/index.ts'
import { SpokenHere } from '../../i18n/language.ts'
import { FormFields } from '../fill/FormFields.tsx'
import { faultsBy } from '../fill/faults.ts'
import classes from './Builder.module.css'

/** A form as clients see it, to be tried: nothing of what is typed leaves the page. */
export function Preview({ definition }: { definition: Definition }) {
  const [language, setLanguage] = useState<'en' | 'es'>('en')
  const [answers, setAnswers] = useState<Answers>({})
  // A half-made condition may name what is not there any more.
  const faults = judgeAnswers(definition, answers).faults.filter((f) => f.code !== 'required')
  const spanish = JSON.stringify(definition).includes('"es":')
  return (
    <SpokenHere value={language}>
      <div lang={language} className={classes.preview}>
        <Stack>
          {spanish && (
            <SegmentedControl
              aria-label="Language"
              data={[
                { value: 'en', label: 'English' },
                { value: 'es', label: 'Español' },
              ]}
              value={language}
              onChange={(next) => setLanguage(next as 'en')}
            />
          )}
          <Title order={2}>{inLanguage(definition.title, language)}</Title>
          {definition.intro && (
            <Text className={classes.lines}>{inLanguage(definition.intro, language)}</Text>
          )}
          <FormFields
            definition={definition}
            answers={answers}
            onAnswer={(id, answer) =>
              setAnswers(({ [id]: _, ...rest }) => (answer === undefined ? rest : { ...rest, [id]: answer }))
            }
            faults={faultsBy(faults)}
          />
        </Stack>
      </div>
    </SpokenHere>
  )
}
