import { TextInput } from '@mantine/core'
import type { AddressAnswer } from '../../../forms/index.ts'
import { useWords } from '../../i18n/language.ts'
import classes from './FormFields.module.css'
import { Group } from './Group.tsx'
import type { QuestionProps, Said } from './said.ts'

const PARTS = [
  { name: 'line', complete: 'address-line1', most: 200, wide: true },
  { name: 'line2', complete: 'address-line2', most: 200, wide: true },
  { name: 'city', complete: 'address-level2', most: 100, wide: false },
  { name: 'state', complete: 'address-level1', most: 100, wide: false },
  { name: 'postalCode', complete: 'postal-code', most: 20, wide: false },
  { name: 'country', complete: 'country-name', most: 60, wide: false },
] as const

export function AddressQuestion({ answer, onAnswer, said }: QuestionProps & { said: Said }) {
  const { t } = useWords('forms')
  const address = (typeof answer === 'object' && !Array.isArray(answer) ? answer : {}) as AddressAnswer
  const put = (name: (typeof PARTS)[number]['name'], value: string) => {
    const next = Object.fromEntries(Object.entries({ ...address, [name]: value }).filter(([, v]) => v))
    onAnswer(Object.keys(next).length ? next : undefined)
  }
  return (
    <Group said={said}>
      <div className={classes.parts}>
        {PARTS.map(({ name, complete, most, wide }) => (
          <TextInput
            key={name}
            className={wide ? classes.wide : undefined}
            label={t(`address.${name}`)}
            size="md"
            autoComplete={complete}
            maxLength={most}
            value={address[name] ?? ''}
            onChange={(e) => put(name, e.currentTarget.value)}
          />
        ))}
      </div>
    </Group>
  )
}
