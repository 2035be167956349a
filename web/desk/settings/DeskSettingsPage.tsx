import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { RatingsTab } from '../ratings/RatingsTab.tsx'
import { RecurringTab } from '../recurring/RecurringTab.tsx'
import { RulesTab } from '../rules/RulesTab.tsx'
import { TemplatesTab } from '../templates/TemplatesTab.tsx'
import { ChecklistsTab } from './ChecklistsTab.tsx'
import { FlowsTab } from './flow/FlowsTab.tsx'
import { QueuesTab } from './QueuesTab.tsx'
import { TypesTab } from './TypesTab.tsx'

/** What the service desk is made of. */
export function DeskSettingsPage() {
  return (
    <>
      <PageHeader
        title="Desk settings"
        description="Where tickets come in, what kinds there are, and what they go through."
      />
      <PageTabs
        label="Desk settings"
        tabs={[
          { value: 'queues', label: 'Queues', content: <QueuesTab /> },
          { value: 'types', label: 'Types', content: <TypesTab /> },
          { value: 'flows', label: 'Flows', content: <FlowsTab /> },
          { value: 'checklists', label: 'Checklists', content: <ChecklistsTab /> },
          { value: 'templates', label: 'Templates', content: <TemplatesTab /> },
          { value: 'automations', label: 'Automations', content: <RulesTab /> },
          { value: 'recurring', label: 'Recurring', content: <RecurringTab /> },
          { value: 'satisfaction', label: 'Satisfaction', content: <RatingsTab /> },
        ]}
      />
    </>
  )
}
