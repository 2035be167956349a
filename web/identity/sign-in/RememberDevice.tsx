import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/language.ts'
import { sessionQuery } from '../../session/session.ts'

interface Props {
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Not to be asked again on this device for a while; only where the organization allows it. */
export function RememberDevice({ checked, onChange }: Props) {
  const { t } = useWords('door')
  const days = useQuery(sessionQuery).data?.rememberDays ?? 0
  if (days === 0) return null
  return (
    <Checkbox
      label={t('factor.remember', { days })}
      description={t('factor.rememberHint')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
