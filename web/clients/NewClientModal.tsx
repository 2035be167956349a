import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useSession } from '../session/session.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { choicesQuery } from './queries.ts'

interface Props {
  onClose: () => void
  onMade: (id: string) => void
}

const SEX = ['female', 'male', 'other', 'unknown']

/** A new client with what one has at hand; the rest is added on the client's page. */
export function NewClientModal({ onClose, onMade }: Props) {
  const { fieldClasses } = useSession()
  const choices = useQuery(choicesQuery)
  const form = useForm({
    initialValues: {
      kind: 'person',
      given: '',
      family: '',
      organisationName: '',
      birthDate: '',
      sex: '',
      phone: '',
      email: '',
      ssn: '',
      mrn: '',
      groupId: '',
      facilityId: '',
    },
    validate: {
      groupId: (v) => (v ? null : 'Choose a group'),
      family: (v, all) => (all.kind === 'person' && !v && !all.given ? 'A name is required' : null),
      organisationName: (v, all) => (all.kind === 'organisation' && !v ? 'A name is required' : null),
    },
  })
  const writes = (c: 'demographic' | 'identifier') => fieldClasses[c] === 'write'
  const create = useMutation({
    mutationFn: (v: typeof form.values) =>
      ok(
        api.POST('/api/v1/clients', {
          body: {
            kind: v.kind as 'person',
            groupId: v.groupId,
            facilityId: v.facilityId || null,
            contact: {
              names:
                v.kind === 'person'
                  ? [
                      {
                        use: 'official' as const,
                        given: v.given.split(/\s+/).filter(Boolean),
                        ...(v.family && { family: v.family }),
                      },
                    ]
                  : [],
              ...(v.kind === 'organisation' && { organisationName: v.organisationName }),
              phones: v.phone ? [{ value: v.phone }] : [],
              emails: v.email ? [{ value: v.email }] : [],
            },
            ...(writes('demographic') &&
              (v.birthDate || v.sex) && {
                demographic: {
                  ...(v.birthDate && { birthDate: v.birthDate }),
                  ...(v.sex && { sex: v.sex as 'female' }),
                },
              }),
            ...(writes('identifier') &&
              (v.ssn || v.mrn) && {
                identifier: { ...(v.ssn && { ssn: v.ssn }), mrns: v.mrn ? [{ value: v.mrn }] : [] },
              }),
          },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    meta: { touches: ['clients'] },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      const made = await create.mutateAsync(values)
      onClose()
      onMade(made.id)
    },
    {
      'contact.phones.0.value': 'phone',
      'contact.emails.0.value': 'email',
      'contact.names': 'family',
      'identifier.ssn': 'ssn',
      'identifier.mrns.0.value': 'mrn',
      'demographic.birthDate': 'birthDate',
    },
  )
  const person = form.values.kind === 'person'
  return (
    <Modal opened onClose={onClose} title="New client" size="lg" closeOnClickOutside={false}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error ?? choices.error} />
          <Select
            label="What it is"
            data={[
              { value: 'person', label: 'A person' },
              { value: 'organisation', label: 'An organisation' },
            ]}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          {person ? (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput data-autofocus label="Given names" {...form.getInputProps('given')} />
              <TextInput label="Family name" {...form.getInputProps('family')} />
            </SimpleGrid>
          ) : (
            <TextInput data-autofocus label="Name" required {...form.getInputProps('organisationName')} />
          )}
          {person && writes('demographic') && (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput type="date" label="Birth date" {...form.getInputProps('birthDate')} />
              <Select label="Sex" data={SEX} clearable {...form.getInputProps('sex')} />
            </SimpleGrid>
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput type="tel" label="Telephone" {...form.getInputProps('phone')} />
            <TextInput type="email" label="E-mail" {...form.getInputProps('email')} />
          </SimpleGrid>
          {writes('identifier') && (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label="Social Security number" autoComplete="off" {...form.getInputProps('ssn')} />
              <TextInput label="Medical record number" autoComplete="off" {...form.getInputProps('mrn')} />
            </SimpleGrid>
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label="Client group"
              description="Decides which teams see the client."
              required
              data={choices.data?.groups ?? []}
              {...form.getInputProps('groupId')}
            />
            <Select
              label="Facility (optional)"
              description="Where the client is served."
              clearable
              data={choices.data?.facilities ?? []}
              {...form.getInputProps('facilityId')}
            />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Add the client
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
