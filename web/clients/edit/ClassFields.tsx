import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PREFERS, SEXES } from '../words.ts'
import { AddressList } from './AddressList.tsx'
import { PointList } from './PointList.tsx'
import type { PlainClass, Values } from './values.ts'

interface Props {
  cls: PlainClass
  organisation: boolean
  form: UseFormReturnType<Values>
}

/** The fields of one class. */
export function ClassFields({ cls, organisation, form }: Props) {
  if (cls === 'contact') return <ContactFields organisation={organisation} form={form} />
  if (cls === 'demographic') return <DemographicFields form={form} />
  if (cls === 'clinical')
    return (
      <Textarea
        data-autofocus
        label="Clinical summary"
        minRows={8}
        maxRows={20}
        maxLength={50_000}
        {...form.getInputProps('clinicalSummary')}
      />
    )
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput data-autofocus label="Payer" maxLength={300} {...form.getInputProps('payer')} />
        <TextInput label="Plan" maxLength={300} {...form.getInputProps('plan')} />
      </SimpleGrid>
      <Textarea label="Notes" maxLength={10_000} {...form.getInputProps('financialSummary')} />
    </>
  )
}

function ContactFields({ organisation, form }: Omit<Props, 'cls'>) {
  const field = form.getInputProps
  return (
    <>
      {organisation ? (
        <TextInput data-autofocus label="Name" maxLength={300} {...field('organisationName')} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput data-autofocus label="Given names" autoComplete="off" {...field('name.given')} />
          <TextInput label="Family name" maxLength={100} autoComplete="off" {...field('name.family')} />
          <TextInput label="Prefix (optional)" placeholder="Dr." maxLength={40} {...field('name.prefix')} />
          <TextInput label="Suffix (optional)" placeholder="Jr." maxLength={40} {...field('name.suffix')} />
        </SimpleGrid>
      )}
      <PointList
        form={form}
        path="phones"
        legend="Telephones"
        one="Telephone"
        type="tel"
        uses={['mobile', 'home', 'work', 'fax', 'old']}
      />
      <PointList
        form={form}
        path="emails"
        legend="E-mail addresses"
        one="E-mail address"
        type="email"
        uses={['home', 'work', 'old']}
      />
      <AddressList form={form} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Language"
          description="Its code, such as es or zh-Hans."
          maxLength={35}
          {...field('language')}
        />
        <Select
          label="Preferred contact"
          description="How the client wants to be reached."
          clearable
          data={PREFERS}
          {...field('preferredContact')}
        />
      </SimpleGrid>
    </>
  )
}

function DemographicFields({ form }: Pick<Props, 'form'>) {
  const field = form.getInputProps
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          data-autofocus
          label="Birth date"
          placeholder="YYYY-MM-DD"
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          {...field('birthDate')}
        />
        <Select label="Sex" clearable data={SEXES} {...field('sex')} />
        <TextInput label="Gender identity" maxLength={100} {...field('genderIdentity')} />
        <TextInput label="Marital status" maxLength={60} {...field('maritalStatus')} />
        <TextInput label="Race" maxLength={200} {...field('race')} />
        <TextInput label="Ethnicity" maxLength={200} {...field('ethnicity')} />
        <TextInput label="Deceased" placeholder="Date, or yes" maxLength={40} {...field('deceased')} />
      </SimpleGrid>
      <TagsInput
        label="Tags"
        description="Press Enter after each. Sealed like the rest, and found by search."
        maxTags={50}
        {...field('tags')}
      />
    </>
  )
}
