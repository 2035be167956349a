import { SegmentedControl } from '@mantine/core'

interface Props {
  only: boolean
  onChange: (only: boolean) => void
}

/** Who merely looked stands in the log too, and often is most of it. */
export const OnlyChanges = ({ only, onChange }: Props) => (
  <SegmentedControl
    mb="sm"
    size="xs"
    aria-label="Which events"
    value={only ? 'changes' : 'all'}
    onChange={(value) => onChange(value === 'changes')}
    data={[
      { value: 'changes', label: 'Changes' },
      { value: 'all', label: 'Changes and views' },
    ]}
  />
)
