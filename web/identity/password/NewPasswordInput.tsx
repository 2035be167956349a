import { PasswordInput, type PasswordInputProps, VisuallyHidden } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useId } from 'react'
import type { PasswordPolicy } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import classes from './NewPasswordInput.module.css'
import { requirements } from './policy.ts'

interface Props extends PasswordInputProps {
  policy: PasswordPolicy
  value?: string
}

/** A new password with what the organization asks of it, ticked off while it is typed. */
export function NewPasswordInput({ policy, value = '', ...rest }: Props) {
  const { t } = useWords('door')
  const id = useId()
  return (
    <div>
      <PasswordInput
        label={t('newPassword.label')}
        autoComplete="new-password"
        required
        {...rest}
        value={value}
        aria-describedby={id}
      />
      <ul className={classes.list} id={id}>
        {requirements(policy, value).map(({ asks, met }) => (
          <li key={asks} className={`${classes.item} ${met ? classes.met : ''}`}>
            {met ? (
              <IconCircleCheckFilled size={15} aria-hidden />
            ) : (
              <IconCircleDashed size={15} aria-hidden />
            )}
            {t(`newPassword.${asks}`, { count: policy.minLength })}
            <VisuallyHidden>{met ? t('newPassword.done') : t('newPassword.notYet')}</VisuallyHidden>
          </li>
        ))}
      </ul>
      <div className={classes.note}>
        {policy.history > 0
          ? t('newPassword.refusedHistory', { count: policy.history })
          : t('newPassword.refused')}
      </div>
    </div>
  )
}
