import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Answer } from '../../api/types.ts'
import { RatingForm } from '../../desk/ratings/RatingForm.tsx'
import { useScoreWords } from '../../desk/ratings/scores.ts'
import { useWords } from '../../i18n/language.ts'
import { Card } from '../Card.tsx'
import { requestQuery } from '../queries.ts'

type Request = Answer<'/api/v1/portal/requests/{id}', 'get'>

/** How content one is with a request that has ended; shown while it is asked. */
export function RateRequest({ request }: { request: Request }) {
  const { t } = useWords('rating')
  const words = useScoreWords()
  const [changing, setChanging] = useState(false)
  const { rating } = request
  if (!rating || (!rating.changeable && !rating.score)) return null
  const { score } = rating
  return (
    <Card title={t('title')}>
      {score && !changing ? (
        <Group justify="space-between">
          <div>
            <Text>{t('said', { score: words[score] })}</Text>
            {rating.comment && (
              <Text c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {rating.comment}
              </Text>
            )}
          </div>
          {rating.changeable && (
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )}
        </Group>
      ) : (
        <RatingForm
          titled
          before={rating}
          send={async (body) => {
            const now = await ok(
              api.PUT('/api/v1/portal/requests/{id}/rating', { params: { path: { id: request.id } }, body }),
            )
            queryClient.setQueryData(requestQuery(request.id).queryKey, now)
            setChanging(false)
          }}
        />
      )}
    </Card>
  )
}
