import { Button, Group, Input, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useWords } from '../i18n/language.ts'
import classes from './SignaturePad.module.css'
import type { SignatureValue } from './signature.ts'

// Whoever types needs nothing of what draws.
const DrawingArea = lazy(() => import('./DrawingArea.tsx'))

interface Props {
  label?: string | undefined
  description?: string | undefined
  error?: string | undefined
  /** Under which typing a name begins, as the account knows its owner. */
  suggestedName?: string | undefined
  value: SignatureValue | null
  onChange: (value: SignatureValue | null) => void
}

/**
 * Where somebody signs: with a finger, a pen or a mouse, or by typing their name, which every keyboard can. What was
 * drawn comes as a small PNG (50 KB at most), cut to its ink.
 *
 * @example
 * const [mark, setMark] = useState<SignatureValue | null>(null)
 * return <SignaturePad value={mark} onChange={setMark} />
 */
export function SignaturePad(props: Props) {
  return (
    <Suspense fallback={<Skeleton h={220} maw={560} radius="md" />}>
      <Pad {...props} />
    </Suspense>
  )
}

type Way = SignatureValue['kind']
/** A finger draws well, a mouse does not. */
const startingWay = (): Way => (matchMedia('(pointer: coarse)').matches ? 'drawn' : 'typed')

function Pad({ label, description, error, suggestedName = '', value, onChange }: Props) {
  const { t } = useWords('signatures')
  const id = useId()
  const [way, setWay] = useState<Way>(value?.kind ?? startingWay)
  const [text, setText] = useState(value?.kind === 'typed' ? value.text : '')

  const typed = (next: string) => {
    setText(next)
    onChange(next.trim() ? { kind: 'typed', text: next.trim() } : null)
  }
  const choose = (next: string) => {
    setWay(next as Way)
    if (next === 'typed') typed(text)
    else onChange(null)
  }
  return (
    <Input.Wrapper
      labelElement="div"
      label={label ?? t('pad.label')}
      description={description}
      error={error}
      labelProps={{ id: `${id}-label` }}
      errorProps={{ role: 'alert' }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be labelled by the wrapper's own label */}
      <div role="group" aria-labelledby={`${id}-label`} className={classes.root}>
        <SegmentedControl
          aria-label={t('pad.how')}
          value={way}
          onChange={choose}
          data={[
            { value: 'drawn', label: t('pad.draw') },
            { value: 'typed', label: t('pad.type') },
          ]}
        />
        {way === 'typed' ? (
          <>
            <TextInput
              label={t('pad.name')}
              autoComplete="name"
              maxLength={120}
              value={text}
              onChange={(event) => typed(event.currentTarget.value)}
            />
            {suggestedName && !text && (
              <Button variant="default" onClick={() => typed(suggestedName)}>
                {t('pad.use', { name: suggestedName })}
              </Button>
            )}
            <div className={classes.paper} aria-hidden>
              <span className={classes.script}>{text}</span>
            </div>
          </>
        ) : (
          <DrawingArea
            label={t('pad.area')}
            onChange={(png) => onChange(png === null ? null : { kind: 'drawn', png })}
            actions={({ undo, clear, empty }) => (
              <Group gap="xs">
                <Button
                  variant="default"
                  disabled={empty}
                  onClick={undo}
                  leftSection={<IconArrowBackUp size={17} />}
                >
                  {t('pad.undo')}
                </Button>
                <Button
                  variant="default"
                  disabled={empty}
                  onClick={clear}
                  leftSection={<IconEraser size={17} />}
                >
                  {t('pad.clear')}
                </Button>
                <Text size="sm" c="dimmed" aria-live="polite">
                  {empty ? t('pad.empty') : t('pad.drawn')}
                </Text>
              </Group>
            )}
          />
        )}
      </div>
    </Input.Wrapper>
  )
}
