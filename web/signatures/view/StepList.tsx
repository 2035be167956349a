import { Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClock, IconUserX } from '@tabler/icons-react'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import type { SignatureRequest, Step } from '../queries.ts'
import classes from './View.module.css'

/** Who signs, in order, and how it stands with each. */
export function StepList({ request: r }: { request: SignatureRequest }) {
  const { t } = useWords('signatures')
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {r.steps.map((step) => (
        <li key={step.position} className={classes.step} data-state={stateOf(r, step)}>
          <Mark state={stateOf(r, step)} />
          <span className={classes.grow}>
            <span className={classes.name}>{step.name ?? t('steps.unknown')}</span>
            {step.role && ` · ${step.role}`}
            <Text span display="block" size="sm" c="dimmed">
              <Said request={r} step={step} />
            </Text>
            {step.reason && (
              <Text span display="block" size="sm">
                {t('steps.why', { reason: step.reason })}
              </Text>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

type Standing = 'signed' | 'declined' | 'gone' | 'turn' | 'later' | 'never'
function stateOf(r: SignatureRequest, step: Step): Standing {
  if (step.state !== 'waiting') return step.state
  if (r.state !== 'open') return 'never'
  if (step.blocked) return 'gone'
  return step.turn ? 'turn' : 'later'
}

function Mark({ state }: { state: Standing }) {
  const props = { size: 22, stroke: 1.8, 'aria-hidden': true, className: classes.icon } as const
  if (state === 'signed') return <IconCircleCheck {...props} color="var(--mantine-color-green-7)" />
  if (state === 'declined') return <IconCircleX {...props} color="var(--mantine-color-red-7)" />
  if (state === 'gone') return <IconUserX {...props} color="var(--mantine-color-orange-7)" />
  if (state === 'turn') return <IconClock {...props} color="var(--mantine-primary-color-filled)" />
  return <IconCircleDashed {...props} />
}

function Said({ request: r, step }: { request: SignatureRequest; step: Step }) {
  const { t } = useWords('signatures')
  const { moment } = useFormats()
  switch (stateOf(r, step)) {
    case 'signed':
      return <>{t('steps.signed', { at: moment(step.at!) })}</>
    case 'declined':
      return <>{t('steps.declined', { at: moment(step.at!) })}</>
    case 'gone':
      return <>{t('steps.gone')}</>
    case 'turn':
      return <>{step.position === r.mine?.position ? t('steps.yours') : t('steps.turn')}</>
    case 'later':
      return <>{t('steps.later')}</>
    default:
      return <>{t('steps.never')}</>
  }
}
