import { Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Answer, Field } from '../../../forms/index.ts'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FieldClassBadge } from '../../ui/FieldClassBadge.tsx'
import { Section } from '../../ui/Section.tsx'
import { AnswerView } from '../fill/AnswerList.tsx'
import { type Response, responseQuery } from '../queries.ts'
import classes from './TakeOver.module.css'

/** What was answered otherwise than the record says: taken over field by field, or left. */
export function TakeOver({ response: r }: { response: Response }) {
  const may = useMay()
  const decide = useMutation({
    mutationFn: (body: { take?: string[]; leave?: string[] }) =>
      ok(
        api.POST('/api/v1/form-responses/{id}/take-over', {
          params: { path: { id: r.id } },
          headers: { 'If-Match': `"${r.clientVersion}"` },
          body: { take: [], leave: [], ...body },
        }),
      ),
    onSuccess: (now) => {
      queryClient.setQueryData(responseQuery(r.id).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: ['clients'] })
    },
    // The record changed meanwhile: what it says now is shown before anybody decides.
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 412)
        void queryClient.invalidateQueries({ queryKey: responseQuery(r.id).queryKey })
    },
  })
  if (!r.proposals.length) return null
  const fields = new Map(r.definition.fields.map((f) => [f.id, f as Field]))
  const decides = may('forms:send')
  const free = r.proposals.filter((p) => !p.hindered).map((p) => p.field)
  return (
    <Section
      title="Changes for the record"
      description="The client answered this otherwise than the record says."
      actions={
        decides &&
        free.length > 1 && (
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate({ take: free })}>
            Take all over
          </Button>
        )
      }
    >
      <Stack>
        <ErrorAlert error={decide.error} />
        {r.proposals.map((p) => {
          const field = fields.get(p.field)!
          return (
            <div key={p.field} className={classes.change}>
              <div className={classes.what}>
                <Group gap={8}>
                  <Text fw={560}>{field.label.en}</Text>
                  <FieldClassBadge name={p.class} />
                </Group>
                <div className={classes.values}>
                  <span className={classes.before}>
                    <AnswerView field={field} answer={(p.before ?? undefined) as Answer | undefined} />
                  </span>
                  <IconArrowRight size={16} role="img" aria-label="becomes" />
                  <b>
                    <AnswerView field={field} answer={p.after as Answer} />
                  </b>
                </div>
                {p.hindered && (
                  <Text size="sm" c="dimmed">
                    {p.hindered}
                  </Text>
                )}
              </div>
              {decides && (
                <Group gap={8}>
                  <Button
                    variant="light"
                    disabled={p.hindered !== null}
                    loading={decide.isPending}
                    aria-label={`Take over ${field.label.en}`}
                    onClick={() => decide.mutate({ take: [p.field] })}
                  >
                    Take over
                  </Button>
                  <Button
                    variant="default"
                    loading={decide.isPending}
                    aria-label={`Leave ${field.label.en} as it is`}
                    onClick={() => decide.mutate({ leave: [p.field] })}
                  >
                    Leave
                  </Button>
                </Group>
              )}
            </div>
          )
        })}
      </Stack>
    </Section>
  )
}
