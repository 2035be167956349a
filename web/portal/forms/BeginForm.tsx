import { Button, Group, Radio, Skeleton, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { useWords } from '../../i18n/language.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { meQuery } from '../queries.ts'
import { formQuery } from './queries.ts'

/** For whom a form is begun; where there is only one, it is theirs. */
export function BeginForm({ form, onClose }: { form: { id: string; title: string }; onClose: () => void }) {
  const { t } = useWords('forms')
  const navigate = useNavigate()
  const me = useQuery(meQuery)
  const clients = me.data?.clients ?? []
  const [chosen, setChosen] = useState<string>()
  const clientId = chosen ?? (clients.length === 1 ? clients[0]!.id : undefined)
  const key = useRef(crypto.randomUUID())
  const begin = useMutation({
    mutationFn: (of: string) =>
      ok(
        api.POST('/api/v1/portal/form-responses', {
          headers: { 'Idempotency-Key': `${key.current}-${of}` },
          body: { formId: form.id, clientId: of },
        }),
      ),
    onSuccess: async (made) => {
      queryClient.setQueryData(formQuery(made.id).queryKey, made)
      void queryClient.invalidateQueries({ queryKey: ['forms', 'open'] })
      await navigate({ to: '/portal/forms/$responseId', params: { responseId: made.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (clientId) begin.mutate(clientId)
  }
  return (
    <Dialog onClose={onClose} title={form.title}>
      <form onSubmit={submit}>
        <Stack>
          <ErrorAlert error={me.error ?? begin.error} />
          {!me.data && !me.error && <Skeleton h={88} />}
          <Radio.Group label={t('forWhom')} value={clientId ?? ''} onChange={setChosen}>
            <Stack gap={4} mt={6}>
              {clients.map((c) => (
                <Radio key={c.id} value={c.id} label={c.name} size="md" py={8} />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending} disabled={!clientId}>
              {t('begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
