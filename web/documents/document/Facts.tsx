import { Badge, Group, Text } from '@mantine/core'
import { Section } from '../../ui/Section.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { calendarDate, dayAndTime } from '../../ui/time.ts'
import type { Document } from '../queries.ts'

/** What is said about a document. */
export function Facts({ document: d }: { document: Document }) {
  return (
    <Section title="About">
      {d.tags.length > 0 && (
        <Group gap={6} mb="xs" aria-label="Tags">
          {d.tags.map((tag) => (
            <Badge key={tag} variant="light" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
      <Text size="sm">
        Changed <TimeAgo at={d.updatedAt} />
        {d.updatedByName && ` by ${d.updatedByName}`}
      </Text>
      {d.publishedAt && d.state === 'published' && (
        <Text size="sm">
          Version {d.published} published <TimeAgo at={d.publishedAt} />
        </Text>
      )}
      {d.withdrawnAt && (
        <Text size="sm">
          Withdrawn <TimeAgo at={d.withdrawnAt} />
        </Text>
      )}
      {d.expiresAt && (
        <Text size="sm">
          {d.expired ? 'Expired' : 'Expires'} {dayAndTime(d.expiresAt)}
        </Text>
      )}
      {d.reviewOn && <Text size="sm">To be reviewed on {calendarDate(d.reviewOn)}</Text>}
    </Section>
  )
}
