import { TextInput, type TextInputProps } from '@mantine/core'
import { useWords } from '../../i18n/language.ts'
import classes from './CodeInput.module.css'

interface Props extends Omit<TextInputProps, 'onChange' | 'value'> {
  value?: string
  onChange: (code: string) => void
  /** Called with the sixth digit. */
  onComplete?: (code: string) => void
}

/** Six digits from an authenticator app: one field, so that pasting, autofill and screen readers just work. */
export function CodeInput({ onChange, onComplete, ...rest }: Props) {
  const { t } = useWords('door')
  const take = (raw: string) => {
    const code = raw.replace(/\D/g, '').slice(0, 6)
    onChange(code)
    if (code.length === 6 && code !== rest.value) onComplete?.(code)
  }
  return (
    <TextInput
      label={t('factor.code')}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      placeholder="000000"
      required
      classNames={{ input: classes.input }}
      {...rest}
      onChange={(event) => take(event.currentTarget.value)}
    />
  )
}
