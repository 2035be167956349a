import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../session/session.ts'
import { Section } from '../../ui/Section.tsx'
import { ResponseTable } from './ResponseTable.tsx'
import { SendForm } from './SendForm.tsx'

/** The forms of one client, and the way to send or fill another; on the client's page. */
export function ClientForms({ clientId, writes }: { clientId: string; writes: boolean }) {
  const may = useMay()
  const [sending, setSending] = useState(false)
  const send = writes && may('forms:send') && (
    <Button variant="default" leftSection={<IconSend size={17} />} onClick={() => setSending(true)}>
      Send or fill in a form
    </Button>
  )
  return (
    <Section title="Forms" actions={send}>
      <ResponseTable
        filter={{ clientId }}
        empty="Forms that this client is sent, and what they answer, stand here."
      />
      {sending && <SendForm clientId={clientId} onClose={() => setSending(false)} />}
    </Section>
  )
}
