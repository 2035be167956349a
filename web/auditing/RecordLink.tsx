import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMay } from '../session/session.ts'
import { objectText } from './words.ts'

/** Things with a page of their own. */
const LEADS: Record<string, string> = { client: '/clients/', ticket: '/tickets/', document: '/documents/' }

/** What a record is called, leading to its page where there is one that the reader may open. */
export function RecordLink({
  record,
}: {
  record: { type: string; id: string | null; label?: string | undefined } | null
}) {
  const may = useMay()
  if (!record?.id || !LEADS[record.type] || !may(`${record.type}s:read`)) return objectText(record)
  return (
    <Anchor component={Link} to={`${LEADS[record.type]}${record.id}`} inherit>
      {objectText(record)}
    </Anchor>
  )
}
