import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { CalendarsTab } from './calendars/CalendarsTab.tsx'
import { PreviewTab } from './PreviewTab.tsx'
import { PoliciesTab } from './policies/PoliciesTab.tsx'

/** What is promised to whom, by which hours, and what would come of it. */
export function SlaPage() {
  return (
    <>
      <PageHeader
        title="Service levels"
        description="How soon tickets are answered and resolved, in which hours, and who hears of it before it is late."
      />
      <PageTabs
        label="Service levels"
        tabs={[
          { value: 'policies', label: 'Policies', content: <PoliciesTab /> },
          { value: 'calendars', label: 'Calendars', content: <CalendarsTab /> },
          { value: 'preview', label: 'Try it out', content: <PreviewTab /> },
        ]}
      />
    </>
  )
}
