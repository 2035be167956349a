import { Anchor, Button, Code, Collapse, Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useWords } from '../../i18n/language.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import classes from './ScanStep.module.css'

export interface NewSecret {
  secret: string
  otpauthUri: string
  qrSvg: string
}

/** An authenticator app's new secret: to be scanned, or typed by hand. */
export function Secret({ value }: { value: NewSecret }) {
  const { t } = useWords('door')
  const [byHand, { toggle }] = useDisclosure(false)
  return (
    <>
      <img
        className={classes.qr}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(value.qrSvg)}`}
        alt={t('enrol.qr')}
      />
      <Anchor component="button" type="button" ta="center" onClick={toggle} aria-expanded={byHand}>
        {byHand ? t('enrol.hideKey') : t('enrol.cannotScan')}
      </Anchor>
      <Collapse expanded={byHand}>
        <Stack gap="xs">
          <Code block className={classes.secret}>
            {value.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Code>
          <Group justify="center">
            <CopyButton size="xs" value={value.secret}>
              {t('enrol.copyKey')}
            </CopyButton>
            <Button size="xs" variant="default" component="a" href={value.otpauthUri}>
              {t('enrol.openHere')}
            </Button>
          </Group>
        </Stack>
      </Collapse>
    </>
  )
}
