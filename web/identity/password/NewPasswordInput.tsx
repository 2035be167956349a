import { PasswordInput, type PasswordInputProps, VisuallyHidden } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useId } from 'react'
import type { PasswordPolicy } from '../../api/types.ts'
import classes from './NewPasswordInput.module.css'
import { alsoRefused, requirements } from './policy.ts'

interface Props extends PasswordInputProps {
  policy: PasswordPolicy
  value?: string
}

/** A new password with what the organization asks of it, ticked off while it is typed. */
export function NewPasswordInput({ policy, value = '', ...rest }: Props) {
  const id = useId()
  return (
    <div>
      <PasswordInput
        label="New password"
        autoComplete="new-password"
        required
        {...rest}
        value={value}
        aria-describedby={id}
      />
      <ul className={classes.list} id={id}>
        {requirements(policy, value).map(({ text, met }) => (
          <li key={text} className={`${classes.item} ${met ? classes.met : ''}`}>
            {met ? (
              <IconCircleCheckFilled size={15} aria-hidden />
            ) : (
              <IconCircleDashed size={15} aria-hidden />
            )}
            {text}
            <VisuallyHidden>{met ? ': done' : ': not yet'}</VisuallyHidden>
          </li>
        ))}
      </ul>
      <div className={classes.note}>{alsoRefused(policy)}</div>
    </div>
  )
}
