import {
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { toBody, type Values, valuesOf } from './edit.ts'
import { type Client, clientQuery, type RecordClass } from './queries.ts'

interface Props {
  client: Client
  etag: string
  cls: RecordClass
  title: string
  onClose: () => void
}

/** Changes one field class. When somebody else was faster, it says so and keeps what was typed. */
export function EditModal({ client, etag, cls, title, onClose }: Props) {
  const cache = useQueryClient()
  const form = useForm<Values>({ initialValues: valuesOf(client) })
  const save = useMutation({
    mutationFn: (values: Values) =>
      ok(
        api.PATCH('/api/v1/clients/{id}', {
          params: { path: { id: client.id } },
          headers: { 'If-Match': etag },
          body: toBody(client, cls, values) as never,
        }),
      ),
    meta: { touches: ['clients'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await save.mutateAsync(values)
    onClose()
  })
  const conflict = error instanceof ApiProblem && error.status === 412
  const field = form.getInputProps
  return (
    <Modal opened onClose={onClose} title={`Edit: ${title}`} size="lg" closeOnClickOutside={false}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} />
          {conflict && (
            <Group>
              <Text size="sm">Load what is there now; what you typed stays here until you close this.</Text>
              <Button
                size="xs"
                variant="default"
                onClick={() => void cache.refetchQueries({ queryKey: clientQuery(client.id).queryKey })}
              >
                Load the newest
              </Button>
            </Group>
          )}
          {cls === 'contact' && (
            <>
              {client.kind === 'organisation' ? (
                <TextInput data-autofocus label="Name" required {...field('organisationName')} />
              ) : (
                <SimpleGrid cols={{ base: 1, xs: 2 }}>
                  <TextInput data-autofocus label="Given names" {...field('given')} />
                  <TextInput label="Family name" {...field('family')} />
                </SimpleGrid>
              )}
              <TagsInput label="Telephones" description="Press Enter after each." {...field('phones')} />
              <TagsInput label="E-mail addresses" {...field('emails')} />
              <TextInput label="Street" {...field('street')} />
              <SimpleGrid cols={{ base: 1, xs: 3 }}>
                <TextInput label="City" {...field('city')} />
                <TextInput label="State" {...field('state')} />
                <TextInput label="ZIP" {...field('postalCode')} />
              </SimpleGrid>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput label="Language (code, such as es)" {...field('language')} />
                <Select
                  label="Preferred contact"
                  clearable
                  data={['phone', 'sms', 'email', 'post', 'portal', 'none']}
                  {...field('preferredContact')}
                />
              </SimpleGrid>
            </>
          )}
          {cls === 'demographic' && (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput
                  data-autofocus
                  label="Birth date"
                  placeholder="YYYY-MM-DD"
                  {...field('birthDate')}
                />
                <Select
                  label="Sex"
                  clearable
                  data={['female', 'male', 'other', 'unknown']}
                  {...field('sex')}
                />
                <TextInput label="Gender" {...field('genderIdentity')} />
                <TextInput label="Marital status" {...field('maritalStatus')} />
              </SimpleGrid>
              <TagsInput
                label="Tags"
                description="Sealed like the rest, and found by search."
                {...field('tags')}
              />
            </>
          )}
          {cls === 'identifier' && (
            <>
              <Text size="sm" c="dimmed">
                For safety the present identifiers are not shown here. What you enter replaces all of them.
              </Text>
              <TextInput data-autofocus label="Social Security number" autoComplete="off" {...field('ssn')} />
              <TagsInput label="Medical record numbers" {...field('mrns')} />
              <TagsInput label="Insurance member ids" {...field('memberIds')} />
            </>
          )}
          {cls === 'clinical' && (
            <Textarea
              data-autofocus
              label="Clinical summary"
              autosize
              minRows={8}
              maxRows={20}
              maxLength={50_000}
              {...field('clinicalSummary')}
            />
          )}
          {cls === 'financial' && (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput data-autofocus label="Payer" {...field('payer')} />
                <TextInput label="Plan" {...field('plan')} />
              </SimpleGrid>
              <Textarea
                label="Notes"
                autosize
                minRows={3}
                maxLength={10_000}
                {...field('financialSummary')}
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
