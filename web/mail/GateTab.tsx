import { Badge, Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './GateTab.module.css'
import { type Gate, gateQuery } from './queries.ts'
import { GATES, type GatePolicy } from './words.ts'

/** What becomes of mail that may hold health information. */
export function GateTab() {
  const gate = useQuery(gateQuery)
  if (gate.error && !gate.data) return <ErrorAlert error={gate.error} onRetry={() => void gate.refetch()} />
  return (
    <Section
      title="The gate"
      description="Before a reply leaves, its text, its subject and its files are judged. What is suspected to hold health information, and was cleared by nobody, goes this way:"
    >
      {gate.data ? <Choice key={gate.data.version} gate={gate.data} /> : <Skeleton h={320} radius="lg" />}
    </Section>
  )
}

function Choice({ gate }: { gate: Gate }) {
  const [policy, setPolicy] = useState<GatePolicy>(gate.policy)
  const [asking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: (reason: string) =>
      ok(
        api.PUT('/api/v1/mail/gate', {
          body: { policy, reason },
          headers: { 'If-Match': `"${gate.version}"` },
        }),
      ),
    meta: { touches: ['mail'] },
    onSuccess: () => toast('The gate is set'),
  })
  const chosen = GATES.find((g) => g.value === policy)!
  return (
    <>
      <Radio.Group
        aria-label="What becomes of suspected mail"
        value={policy}
        onChange={(v) => setPolicy(v as GatePolicy)}
      >
        <Stack gap="sm" maw={760}>
          {GATES.map((g) => (
            <Radio.Card key={g.value} value={g.value} className={classes.card} aria-label={g.label}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={3} />
                <div>
                  <Group gap={8}>
                    <Text fw={580}>{g.label}</Text>
                    {g.value === 'notice' && <Badge color="gray">Default</Badge>}
                    {g.value === gate.policy && <Badge color="spruce">Now</Badge>}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {g.about}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" mt="sm" maw={760}>
        An infected file leaves under none of them. Each verdict is in the audit log, and each ticket shows
        what became of its replies.
      </Text>
      <Button mt="md" disabled={policy === gate.policy} onClick={() => setAsking(true)}>
        Set the gate
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${chosen.label}?`}
        confirmLabel="Set the gate"
        danger={policy === 'allow'}
        reason={{ label: 'Why?', required: true }}
        onConfirm={(reason) => save.mutateAsync(reason)}
      >
        {chosen.about}
      </ConfirmModal>
    </>
  )
}
