import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { OrderedList } from '../../ui/order/OrderedList.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { AudienceText } from '../AudienceText.tsx'
import { LINK_ICONS } from '../icons.ts'
import type { KeptGroup, KeptLink } from '../queries.ts'
import type { Doing } from './doing.ts'
import { HealthBadge, HealthText } from './health.tsx'
import classes from './KeptGroups.module.css'
import { useOrder } from './use-order.ts'

interface Props {
  groups: KeptGroup[]
  onDo: (doing: Doing) => void
}

/** All groups with their links, in an order that one changes by mouse, finger and key. */
export function KeptGroups({ groups, onDo }: Props) {
  const { moveGroup, moveLink } = useOrder()
  if (groups.length === 0) return null
  return (
    <OrderedList
      label="Groups of links"
      items={groups}
      keyOf={(g) => g.id}
      nameOf={(g) => g.name}
      onMove={moveGroup}
      roomy
      actions={(group) => (
        <>
          <Action
            label={`Rename ${group.name}`}
            icon={IconPencil}
            onClick={() => onDo({ what: 'group', group })}
          />
          <Action
            label={`Remove ${group.name}`}
            icon={IconTrash}
            onClick={() => onDo({ what: 'remove-group', group })}
          />
        </>
      )}
    >
      {(group) => (
        <div className={classes.group}>
          <h2 className={classes.title}>{group.name}</h2>
          {group.links.length > 0 && (
            <OrderedList
              label={`Links of ${group.name}`}
              items={group.links}
              keyOf={(l) => l.id}
              nameOf={(l) => l.title}
              onMove={(from, to) => moveLink(group.id, from, to)}
              actions={(link) => <LinkActions link={link} onDo={onDo} />}
            >
              {(link) => <Kept link={link} onOpen={() => onDo({ what: 'link', groupId: group.id, link })} />}
            </OrderedList>
          )}
          <Button
            variant="light"
            mt="xs"
            leftSection={<IconPlus size={16} />}
            onClick={() => onDo({ what: 'link', groupId: group.id })}
          >
            Add a link to {group.name}
          </Button>
        </div>
      )}
    </OrderedList>
  )
}

function Kept({ link, onOpen }: { link: KeptLink; onOpen: () => void }) {
  const Icon = LINK_ICONS[link.icon].icon
  return (
    <div className={classes.link}>
      <Icon size={20} stroke={1.7} />
      <div className={classes.text}>
        <div className={classes.head}>
          <button type="button" className={classes.name} onClick={onOpen}>
            {link.title}
          </button>
          <HealthBadge health={link.health} />
        </div>
        <Text size="sm" c="dimmed" component="div">
          <AudienceText audience={link.audience} />
        </Text>
        <Text size="sm" c="dimmed" component="div">
          <HealthText health={link.health} />
        </Text>
      </div>
    </div>
  )
}

function LinkActions({ link, onDo }: { link: KeptLink; onDo: Props['onDo'] }) {
  const check = useMutation({
    mutationFn: () => api.POST('/api/v1/links/{id}/check', { params: { path: { id: link.id } }, body: {} }),
    onSuccess: () => toast('It is being checked'),
    onError: (error) => toastError(error, 'It could not be checked'),
  })
  return (
    <>
      <Action label={`Check ${link.title}`} icon={IconRefresh} onClick={() => check.mutate()} />
      <Action
        label={`Remove ${link.title}`}
        icon={IconTrash}
        onClick={() => onDo({ what: 'remove-link', link })}
      />
    </>
  )
}

interface ActionProps {
  label: string
  icon: typeof IconTrash
  onClick: () => void
}

const Action = ({ label, icon: Icon, onClick }: ActionProps) => (
  <Tooltip label={label}>
    <ActionIcon size="md" aria-label={label} onClick={onClick}>
      <Icon size={16} />
    </ActionIcon>
  </Tooltip>
)
