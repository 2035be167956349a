import { Button, Group, List, NumberInput, Text, ThemeIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { numberText } from '../words.ts'
import { CONDITIONS } from './fields.ts'
import { conditionsOf, type RuleValues } from './form.ts'
import classes from './Trial.module.css'

/** Asks which conditions hold for a ticket as it is; nothing is done to it. */
export function Trial({ values }: { values: RuleValues }) {
  const [number, setNumber] = useState<number | string>('')
  const trial = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/ticket-rules/test', {
          body: { number: Number(number), conditions: conditionsOf(values) ?? {} },
        }),
      ),
  })
  const { data } = trial
  const leftOut = values.on === 'changed' && 'changed' in values.conditions
  return (
    <div className={classes.trial}>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label="Try the conditions on a ticket"
          prefix="#"
          placeholder="#1042"
          min={1}
          max={2 ** 31 - 1}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          w={210}
          value={number}
          onChange={setNumber}
        />
        <Button variant="default" disabled={!number} loading={trial.isPending} onClick={() => trial.mutate()}>
          Try
        </Button>
      </Group>
      <div aria-live="polite">
        {data && (
          <>
            <Text size="sm" fw={560} mt="xs">
              {data.holds
                ? `${numberText(data.number)}: all of it holds as the ticket is now.`
                : `${numberText(data.number)}: not all of it holds as the ticket is now.`}
            </Text>
            <List size="sm" spacing={4} mt={4} className={classes.list}>
              {data.conditions.map(({ condition, holds }) => (
                <List.Item
                  key={condition}
                  icon={
                    <ThemeIcon size={20} radius="xl" variant="light" color={holds ? 'green' : 'red'}>
                      {holds ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
                    </ThemeIcon>
                  }
                >
                  {CONDITIONS.find((c) => c.key === condition)?.label}: {holds ? 'holds' : 'does not hold'}
                </List.Item>
              ))}
            </List>
            {leftOut && (
              <Text size="sm" c="dimmed" mt={4}>
                What changed can’t be tried.
              </Text>
            )}
          </>
        )}
      </div>
      <ErrorAlert error={trial.error} />
    </div>
  )
}
