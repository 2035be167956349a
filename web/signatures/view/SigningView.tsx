import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconDownload, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { Section } from '../../ui/Section.tsx'
import { pathOf, type Side, type SignatureRequest } from '../queries.ts'
import { Content } from './Content.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { SignForm } from './SignForm.tsx'
import { StepList } from './StepList.tsx'
import classes from './View.module.css'

/** A document that somebody is asked to sign: what it is, who signs, and the signature. For staff and portal alike. */
export function SigningView({ request: r, side }: { request: SignatureRequest; side: Side }) {
  const { t } = useWords('signatures')
  const { moment } = useFormats()
  const [declining, setDeclining] = useState(false)
  return (
    <>
      <Stack gap="sm" mb="md">
        <Text c="dimmed">
          {r.askedBy.name ? t('from', { name: r.askedBy.name, at: moment(r.askedAt) }) : moment(r.askedAt)}
          {r.dueAt && r.state === 'open' && ` · ${t('until', { at: moment(r.dueAt) })}`}
        </Text>
        {r.message && <p className={classes.message}>{r.message}</p>}
        <HowItStands request={r} side={side} />
      </Stack>
      <div className={classes.columns} data-side={side}>
        {r.content && (
          <Section title={t('content.title')}>
            <Content request={r} side={side} />
          </Section>
        )}
        <div>
          <Section title={t('steps.title')}>
            <StepList request={r} />
          </Section>
          {r.mine?.turn && (
            <Section title={t('sign.title')}>
              <SignForm request={r} side={side} onDecline={() => setDeclining(true)} />
            </Section>
          )}
        </div>
      </div>
      {declining && <DeclineDialog id={r.id} side={side} onClose={() => setDeclining(false)} />}
    </>
  )
}

function HowItStands({ request: r, side }: { request: SignatureRequest; side: Side }) {
  const { t } = useWords('signatures')
  const why = useWhy(r)
  if (r.state === 'complete' || (r.state === 'signed' && r.mine?.state === 'signed'))
    return (
      <Alert color="green" icon={<IconCircleCheck size={18} />} title={t('state.all')} role="status">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{r.copyReady ? t('state.copy') : t('state.making')}</Text>
          {r.copyReady && (
            <Button
              component="a"
              href={pathOf(side, r.id, 'signed')}
              download
              variant="default"
              leftSection={<IconDownload size={17} />}
            >
              {t('state.download')}
            </Button>
          )}
        </Stack>
      </Alert>
    )
  if (!why) return null
  const good = r.mine?.state === 'signed' && r.state === 'open'
  return (
    <Alert
      color={good ? 'green' : 'gray'}
      icon={good ? <IconCircleCheck size={18} /> : <IconInfoCircle size={18} />}
      role="status"
    >
      {why}
    </Alert>
  )
}

/** Why it is not one's own turn; nothing where it is. */
function useWhy(r: SignatureRequest): string | undefined {
  const { t } = useWords('signatures')
  if (r.state === 'cancelled') {
    if (r.cancelledWhy === 'withdrawn') return t('state.withdrawn')
    return r.cancelledWhy === 'destroyed' ? t('state.destroyed') : t('state.cancelled')
  }
  if (r.state === 'declined')
    return r.mine?.state === 'declined' ? t('state.youDeclined') : t('state.declined')
  if (r.state === 'signed') return t('state.making')
  if (r.mine?.state === 'signed') return t('state.thanks')
  if (!r.documentName) return t('state.hidden')
  if (r.overdue) return t('state.overdue')
  if (r.mine && !r.mine.turn) return t('state.notYet')
  return undefined
}
