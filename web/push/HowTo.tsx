import { List, Stack, Text } from '@mantine/core'
import { useWords } from '../i18n/language.ts'
import { isAppleMobile } from './device.ts'

/** Why this browser tells nothing, and what to do: on an iPhone or iPad the app goes to the home screen first. */
export function HowToInstall() {
  const { t } = useWords('push')
  if (!isAppleMobile()) return <Text>{t('unsupported')}</Text>
  return (
    <Stack gap="xs">
      <Text>{t('apple.why')}</Text>
      <List type="ordered" spacing={4}>
        <List.Item>{t('apple.share')}</List.Item>
        <List.Item>{t('apple.add')}</List.Item>
        <List.Item>{t('apple.open')}</List.Item>
      </List>
    </Stack>
  )
}

/** The browser was told to show no notices from here: only its own settings change that. */
export function HowToAllow() {
  const { t } = useWords('push')
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('denied.title')}
      </Text>
      <List type="ordered" size="sm" spacing={4}>
        <List.Item>{t('denied.open')}</List.Item>
        <List.Item>{t('denied.allow')}</List.Item>
        <List.Item>{t('denied.back')}</List.Item>
      </List>
    </Stack>
  )
}
