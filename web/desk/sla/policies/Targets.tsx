import { Checkbox, Input, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PriorityBadge } from '../../Badges.tsx'
import { PRIORITIES } from '../../words.ts'
import type { PolicyValues } from './form.ts'
import { minutesOf, minutesText } from './minutes.ts'
import classes from './Targets.module.css'

/** What is promised for each priority. */
export function Targets({ form }: { form: UseFormReturnType<PolicyValues> }) {
  const length = (at: number, of: 'response' | 'resolution', label: string) => {
    const field = `targets.${at}.${of}`
    return (
      <TextInput
        {...form.getInputProps(field)}
        label={of === 'response' ? 'First answer' : 'Resolution'}
        aria-label={label}
        placeholder="No clock"
        maxLength={20}
        onBlur={(event) => {
          const minutes = minutesOf(event.currentTarget.value)
          if (minutes !== undefined) form.setFieldValue(field, minutesText(minutes))
        }}
      />
    )
  }
  return (
    <Input.Wrapper
      label="Times, by priority"
      labelElement="div"
      description="In open hours: 30 min, 4 h, 1 h 30 min. Empty: no clock."
      error={form.errors.targets}
    >
      <ul className={classes.list}>
        {PRIORITIES.map(({ value, label }, at) => (
          <li key={value} className={classes.row}>
            <PriorityBadge priority={value} />
            {length(at, 'response', `${label}: first answer within`)}
            {length(at, 'resolution', `${label}: resolved within`)}
            <Checkbox
              label="Around the clock"
              aria-label={`${label}: around the clock`}
              {...form.getInputProps(`targets.${at}.aroundTheClock`, { type: 'checkbox' })}
            />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  )
}
