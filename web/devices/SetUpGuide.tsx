import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { Step, SystemChoice } from './Commands.tsx'
import {
  accessCommand,
  backupCommand,
  DEFAULT_FOLDER,
  INSTALL,
  initCommand,
  scheduleCommand,
  systemHere,
} from './commands.ts'
import type { Access } from './queries.ts'

const TERMINAL = {
  windows: 'Open PowerShell on the computer and paste each step.',
  mac: 'Open Terminal on the computer and paste each step.',
  linux: 'Open a terminal on the computer and paste each step.',
}

/** What to do on the computer, with the secrets that are shown this once. */
export function SetUpGuide({
  access,
  onDone,
  again,
}: {
  access: Access
  onDone: () => void
  again?: boolean
}) {
  const [system, setSystem] = useState(() => systemHere(navigator.platform))
  const [folder, setFolder] = useState<string>()
  const chosen = folder?.trim() || DEFAULT_FOLDER[system]
  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertCircle size={18} />}>
        What is secret in step {again ? 1 : 2} is shown only now. Do it before you close this; whoever has it
        can read this device’s copies.
      </Alert>
      <SystemChoice value={system} onChange={setSystem} />
      <Stack component="ol" gap="lg" m={0} p={0}>
        {again ? (
          <Step
            n={1}
            title="Put down the new access"
            command={accessCommand(system, access, { renews: true })}
            secret
          >
            {TERMINAL[system]} The secret before opens nothing any more.
          </Step>
        ) : (
          <>
            <Step n={1} title="Install restic" command={INSTALL[system]}>
              {TERMINAL[system]}
            </Step>
            <Step n={2} title="Put down the access" command={accessCommand(system, access)} secret>
              Readable for this account of the computer alone.
            </Step>
            <Step n={3} title="Begin" command={initCommand(system, access)} />
            <li style={{ listStyle: 'none' }}>
              <TextInput
                label="Folder to copy"
                description="On the computer; the commands below follow. It stays on this page."
                value={folder ?? DEFAULT_FOLDER[system]}
                onChange={(e) => setFolder(e.currentTarget.value)}
              />
            </li>
            <Step n={4} title="Make the first copy" command={backupCommand(system, access, chosen)}>
              The first takes a while. The ones after it send only what is new.
            </Step>
            <Step n={5} title="Make one every four hours" command={scheduleCommand(system, access, chosen)} />
          </>
        )}
      </Stack>
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  )
}
