import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { Section } from '../ui/Section.tsx'
import { Browse } from './Browse.tsx'
import { Step, SystemChoice } from './Commands.tsx'
import { accessCommand, checkCommand, INSTALL, listCommand, restoreCommand, systemHere } from './commands.ts'
import type { Access, Device } from './queries.ts'

/** How to get files back: one by one in the browser, or all of them on another computer. */
export function RestoreTab({ device: d }: { device: Device }) {
  const may = useMay()
  if (d.state === 'destroyed')
    return (
      <Text mt="lg" c="dimmed">
        These copies were destroyed. Nothing can be restored from them.
      </Text>
    )
  if (!may('devices:restore'))
    return (
      <Alert
        mt="lg"
        color="blue"
        icon={<IconInfoCircle size={18} />}
        title="Restoring takes another permission"
      >
        Whoever may open a device’s copies sees what its files hold. Ask somebody whose role says “Open a
        device’s copies”, such as the privacy officer.
      </Alert>
    )
  return (
    <>
      {d.managed && (
        <Section
          title="A file or two"
          description="Look into a copy and download what you need. Each look is in the log."
        >
          <Browse device={d} />
        </Section>
      )}
      <Section
        title="Everything, on another computer"
        description="You get access that only reads, for a day, and the commands to paste."
      >
        <Elsewhere device={d} />
      </Section>
    </>
  )
}

function Elsewhere({ device: d }: { device: Device }) {
  const [asking, setAsking] = useState(false)
  const [system, setSystem] = useState(() => systemHere(navigator.platform))
  const give = useMutation({
    mutationFn: (reason: string) =>
      ok(
        api.POST('/api/v1/devices/{id}/restore-access', {
          params: { path: { id: d.id } },
          body: { reason },
        }),
      ),
  })
  if (!give.data)
    return (
      <>
        <Button onClick={() => setAsking(true)}>Begin a restore</Button>
        <ConfirmModal
          opened={asking}
          onClose={() => setAsking(false)}
          title={`Restore ${d.name} elsewhere?`}
          confirmLabel="Begin"
          reason={{ label: 'Why', required: true }}
          onConfirm={(reason) => give.mutateAsync(reason)}
        >
          {d.managed
            ? 'You are shown the password of the copies and access that reads them for 24 hours.'
            : 'You are shown access that reads the copies for 24 hours. Have their password at hand: Wellkeep does not know it.'}
        </ConfirmModal>
      </>
    )
  return <Steps access={give.data} system={system} onSystem={setSystem} />
}

function Steps({
  access,
  system,
  onSystem,
}: {
  access: Access
  system: ReturnType<typeof systemHere>
  onSystem: (s: ReturnType<typeof systemHere>) => void
}) {
  return (
    <Stack maw={760}>
      <SystemChoice value={system} onChange={onSystem} />
      <Stack component="ol" gap="lg" m={0} p={0}>
        <Step n={1} title="Install restic on the new computer" command={INSTALL[system]} />
        <Step n={2} title="Put down the access" command={accessCommand(system, access)} secret>
          It reads and changes nothing, and ends within a day. It is shown only now.
        </Step>
        <Step n={3} title="See which copies there are" command={listCommand(system, access)}>
          To restore an older one, put its id in place of “latest” below.
        </Step>
        <Step n={4} title="Restore" command={restoreCommand(system, access)}>
          The folders appear in a folder of their own; nothing on the computer is overwritten.
        </Step>
        <Step n={5} title="See that the copies are whole" command={checkCommand(system, access)} />
      </Stack>
    </Stack>
  )
}
