import { NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useIdempotencyKey } from '../../clients/use-idempotency-key.ts'
import { ClientPicker } from '../../desk/ClientPicker.tsx'
import { useMay } from '../../session/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { dateField } from '../../ui/time.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { billingQuery, type Contract, TOUCHES } from '../queries.ts'
import { CONTRACT_FIELDS, type ContractValues, contractBody, newContract, valuesOf } from './contract-form.ts'
import { RoundingFields } from './RoundingFields.tsx'
import { clientText, PERIODS, ROLLOVERS } from './words.ts'

interface Props {
  contract?: Contract
  onClose: () => void
}

/** A new contract, or the terms of one; its client stays. */
export function ContractModal({ contract, onClose }: Props) {
  const idempotency = useIdempotencyKey()
  const usual = useQuery(billingQuery).data
  const form = useForm<ContractValues>({
    initialValues: contract ? valuesOf(contract) : newContract(dateField(new Date().toISOString())),
    validate: {
      clientId: (id) => (id ? null : 'Choose a client'),
      name: (v) => (v.trim() ? null : 'Give it a name'),
      startsOn: (v) => (v ? null : 'Choose a day'),
      endsOn: (v, { startsOn }) => (v && v < startsOn ? 'Must not be before it starts' : null),
      includedHours: (v) => (v === '' ? 'Say how many; none is 0' : null),
      currency: (v) => (/^[a-z]{3}$/i.test(v.trim()) ? null : 'Three letters, such as USD'),
    },
  })
  const save = useMutation({
    mutationFn: (values: ContractValues) => {
      const body = contractBody(values)
      return contract
        ? ok(
            api.PATCH('/api/v1/contracts/{id}', {
              params: { path: { id: contract.id } },
              headers: { 'If-Match': `"${contract.version}"` },
              body,
            }),
          )
        : ok(
            api.POST('/api/v1/contracts', {
              headers: idempotency(values),
              body: { ...body, clientId: values.clientId! },
            }),
          )
    },
    meta: TOUCHES,
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      await save.mutateAsync(values)
      onClose()
    },
    { includedMinutes: 'includedHours', rateCents: 'rate' },
  )
  return (
    <Dialog
      onClose={onClose}
      title={contract ? 'Change the contract' : 'New contract'}
      size="lg"
      closeOnClickOutside={false}
    >
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={CONTRACT_FIELDS}
      >
        {contract ? <Text c="dimmed">{clientText(contract)}</Text> : <Client form={form} />}
        <TextInput
          data-autofocus={contract ? true : undefined}
          label="Name"
          description="Plain text: put no person’s name in it."
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput type="date" label="Starts on" {...form.getInputProps('startsOn')} />
          <TextInput type="date" label="Ends on (optional)" {...form.getInputProps('endsOn')} />
          <NumberInput
            label="Hours included"
            min={0}
            max={160_000}
            allowDecimal
            decimalScale={2}
            {...form.getInputProps('includedHours')}
          />
          <Select label="In each" allowDeselect={false} data={PERIODS} {...form.getInputProps('period')} />
        </SimpleGrid>
        <Select
          label="What is left of a period"
          allowDeselect={false}
          data={ROLLOVERS}
          {...form.getInputProps('rollover')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NumberInput
            label="Rate an hour (optional)"
            min={0}
            max={1_000_000}
            allowDecimal
            decimalScale={2}
            fixedDecimalScale
            {...form.getInputProps('rate')}
          />
          <TextInput label="Currency" maxLength={3} {...form.getInputProps('currency')} />
        </SimpleGrid>
        <RoundingFields form={form} usual={usual} />
        {contract && (
          <Text size="sm" c="dimmed">
            Time that is recorded already keeps the rate it was recorded at, and approved time what is billed.
          </Text>
        )}
      </FormFrame>
    </Dialog>
  )
}

/** Whoever sees no clients names one by its id. */
// biome-ignore lint/suspicious/noExplicitAny: whatever checks it
function Client({ form }: { form: UseFormReturnType<ContractValues, ContractValues, any> }) {
  const may = useMay()
  const { value, ...props } = form.getInputProps('clientId')
  return may('clients:read') ? (
    <ClientPicker label="Client" autoFocus {...props} value={value} />
  ) : (
    <TextInput
      data-autofocus
      label="Client’s id"
      description="Your roles show no clients; whoever sees the client finds its id in the address of its page."
      maxLength={36}
      {...props}
      value={value ?? ''}
    />
  )
}
