import { SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useSession } from '../session/session.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { FormFrame } from './edit/FormFrame.tsx'
import { FormModal } from './edit/FormModal.tsx'
import { EMPTY, NEW_FIELDS, type NewClient, newBody } from './new-client.ts'
import { PossibleTwins } from './PossibleTwins.tsx'
import { choicesQuery } from './queries.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'
import { SEXES } from './words.ts'

interface Props {
  onClose: () => void
  onMade: (id: string) => void
}

/** A new client with what one has at hand; the rest is added on the client's page. */
export function NewClientModal({ onClose, onMade }: Props) {
  const { fieldClasses } = useSession()
  const once = useIdempotencyKey()
  const choices = useQuery(choicesQuery)
  const onlyGroup = choices.data?.groups.length === 1 ? choices.data.groups[0]!.value : null
  const form = useForm<NewClient>({
    initialValues: { ...EMPTY, groupId: onlyGroup },
    validate: {
      groupId: (v) => (v ? null : 'Choose a group'),
      family: (v, all) =>
        all.kind === 'person' && !v.trim() && !all.given.trim() ? 'A name is required' : null,
      organisationName: (v, all) => (all.kind === 'organisation' && !v.trim() ? 'A name is required' : null),
    },
  })
  const writes = {
    demographic: fieldClasses.demographic === 'write',
    identifier: fieldClasses.identifier === 'write',
  }
  const create = useMutation({
    mutationFn: (values: NewClient) => {
      const body = newBody(values, writes)
      return ok(api.POST('/api/v1/clients', { body, headers: once(body) }))
    },
    meta: { touches: ['clients'] },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      const made = await create.mutateAsync(values)
      onClose()
      onMade(made.id)
    },
    NEW_FIELDS,
  )
  const person = form.values.kind === 'person'
  const field = form.getInputProps
  return (
    <FormModal title="New client" onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error ?? choices.error}
        save="Add the client"
      >
        <SegmentedControl
          aria-label="Kind of client"
          data={[
            { value: 'person', label: 'Person' },
            { value: 'organisation', label: 'Organisation' },
          ]}
          {...field('kind')}
        />
        {person ? (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput data-autofocus label="Given names" autoComplete="off" {...field('given')} />
            <TextInput label="Family name" maxLength={100} autoComplete="off" {...field('family')} />
          </SimpleGrid>
        ) : (
          <TextInput label="Name" maxLength={300} autoComplete="off" {...field('organisationName')} />
        )}
        {person && writes.demographic && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput type="date" label="Birth date (optional)" max="9999-12-31" {...field('birthDate')} />
            <Select label="Sex (optional)" data={SEXES} clearable {...field('sex')} />
          </SimpleGrid>
        )}
        <PossibleTwins values={form.values} onOpen={onClose} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="tel"
            label="Telephone (optional)"
            maxLength={40}
            autoComplete="off"
            {...field('phone')}
          />
          <TextInput
            type="email"
            label="E-mail address (optional)"
            maxLength={254}
            autoComplete="off"
            {...field('email')}
          />
        </SimpleGrid>
        {writes.identifier && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {person && (
              <TextInput
                label="Social Security number (optional)"
                maxLength={11}
                autoComplete="off"
                {...field('ssn')}
              />
            )}
            <TextInput
              label="Medical record number (optional)"
              maxLength={100}
              autoComplete="off"
              {...field('mrn')}
            />
          </SimpleGrid>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label="Client group"
            description="Decides which teams see the client."
            data={choices.data?.groups ?? []}
            searchable
            {...field('groupId')}
          />
          <Select
            label="Facility (optional)"
            description="Where the client is served."
            data={choices.data?.facilities ?? []}
            clearable
            searchable
            {...field('facilityId')}
          />
        </SimpleGrid>
      </FormFrame>
    </FormModal>
  )
}
