import { Alert, Button, Skeleton, Text } from '@mantine/core'
import { IconLink, IconLinkOff, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { allLinksQuery } from '../queries.ts'
import { CheckNetworks } from './CheckNetworks.tsx'
import type { Doing } from './doing.ts'
import { GroupModal } from './GroupModal.tsx'
import { KeptGroups } from './KeptGroups.tsx'
import { LinkModal } from './LinkModal.tsx'

/** Where the page of links is kept: groups, their order, for whom each link is, and whether it leads somewhere. */
export function ManageLinksPage() {
  const all = useQuery(allLinksQuery)
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const remove = useMutation({
    mutationFn: async (d: Doing) => {
      if (d.what === 'remove-link')
        await api.DELETE('/api/v1/links/{id}', { params: { path: { id: d.link.id } } })
      if (d.what === 'remove-group')
        await api.DELETE('/api/v1/link-groups/{id}', { params: { path: { id: d.group.id } } })
    },
    meta: { touches: ['links'] },
  })
  const groups = all.data?.groups ?? []
  const broken = groups.flatMap((g) => g.links).filter((l) => l.health.state === 'broken').length
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setDoing({ what: 'group' })}>
      New group
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Manage links"
        description="The page of links that staff and people of the portal find, each with what is meant for them."
        crumbs={[{ label: 'Links', to: '/links' }]}
        actions={add}
      />
      <ErrorAlert error={all.data ? undefined : all.error} onRetry={() => void all.refetch()} />
      {all.isPending && <Skeleton h={220} radius="lg" aria-busy />}
      {broken > 0 && (
        <Alert color="red" icon={<IconLinkOff size={18} />} mb="md">
          {broken === 1 ? 'One link is broken.' : `${broken} links are broken.`}
        </Alert>
      )}
      {all.data && groups.length === 0 && (
        <EmptyState icon={IconLink} title="No links yet" action={add}>
          Begin with a group, such as “Every day” or “Forms”. Links go into groups.
        </EmptyState>
      )}
      <KeptGroups groups={groups} onDo={setDoing} />
      {all.data && <CheckNetworks />}
      {doing?.what === 'group' && <GroupModal group={doing.group} onClose={done} />}
      {doing?.what === 'link' && (
        <LinkModal link={doing.link} groups={groups} groupId={doing.groupId} onClose={done} />
      )}
      <ConfirmModal
        opened={doing?.what === 'remove-link' || doing?.what === 'remove-group'}
        onClose={done}
        title={
          doing?.what === 'remove-link'
            ? `Remove ${doing.link.title}?`
            : doing?.what === 'remove-group'
              ? `Remove ${doing.group.name}?`
              : ''
        }
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(doing!)}
      >
        <Text>
          {doing?.what === 'remove-group'
            ? 'Only a group without links can be removed.'
            : 'Nobody finds it on the page of links any more.'}
        </Text>
      </ConfirmModal>
    </>
  )
}
