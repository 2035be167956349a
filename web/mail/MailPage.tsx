import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { GateTab } from './GateTab.tsx'
import { MailboxesTab } from './mailboxes/MailboxesTab.tsx'
import { ReceivedTab } from './ReceivedTab.tsx'
import { SendingTab } from './SendingTab.tsx'

/** How mail comes in and leaves, and what does not leave. */
export function MailPage() {
  return (
    <>
      <PageHeader
        title="Mail"
        description="Tickets come in by e-mail and are answered by e-mail. What may hold health information does not leave unless you say so."
      />
      <PageTabs
        label="Mail"
        tabs={[
          { value: 'mailboxes', label: 'Mailboxes', content: <MailboxesTab /> },
          { value: 'sending', label: 'Sending', content: <SendingTab /> },
          { value: 'gate', label: 'Gate', content: <GateTab /> },
          { value: 'received', label: 'Received', content: <ReceivedTab /> },
        ]}
      />
    </>
  )
}
