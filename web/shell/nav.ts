import {
  IconAddressBook,
  IconAdjustments,
  IconBolt,
  IconBuildingHospital,
  IconChartBar,
  IconClock,
  IconClockCheck,
  IconDeviceDesktopUp,
  IconFileImport,
  IconFileInvoice,
  IconFiles,
  IconForms,
  IconHistory,
  IconHome,
  IconKey,
  IconLifebuoy,
  IconLink,
  IconLinkPlus,
  IconMail,
  IconMailPause,
  IconMessage2Share,
  IconMessages,
  IconPlugConnected,
  IconSettings,
  IconShieldLock,
  IconSpeakerphone,
  IconTicket,
  IconTimeline,
  IconUserQuestion,
  IconUsers,
  IconUsersGroup,
  IconWall,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'

export interface NavItem {
  to: NonNullable<LinkProps['to']>
  label: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** Shown to whoever holds it; to everybody where absent. */
  needs?: string
  /** The shortcut that goes there. */
  keys?: string
  /** What one does there, for the start page of those who look after the organization. */
  about?: string
  /** Other words people look for in the command palette. */
  words?: string
}

export interface NavSection {
  label?: string
  items: NavItem[]
}

/** Everything in the sidebar, in its order. A new page that belongs there is a line here. */
export const NAV: NavSection[] = [
  {
    items: [
      { to: '/', label: 'Home', icon: IconHome, keys: 'g h', words: 'start dashboard' },
      {
        to: '/clients',
        label: 'Clients',
        icon: IconAddressBook,
        needs: 'clients:read',
        keys: 'g c',
        words: 'patients people',
      },
      {
        to: '/messages',
        label: 'Messages',
        icon: IconMessages,
        needs: 'messages:read',
        keys: 'g m',
        words: 'conversations threads portal care team answer',
      },
      {
        to: '/portal-people',
        label: 'Portal people',
        icon: IconUsersGroup,
        needs: 'portal:read',
        words: 'patients guardians invite portal accounts',
      },
      {
        to: '/tickets',
        label: 'Tickets',
        icon: IconTicket,
        needs: 'tickets:read',
        keys: 'g d',
        words: 'service desk help requests incidents board',
      },
      {
        to: '/documents',
        label: 'Documents',
        icon: IconFiles,
        needs: 'documents:read',
        keys: 'g o',
        words: 'files folders policies versions library',
      },
      {
        to: '/forms',
        label: 'Forms',
        icon: IconForms,
        needs: 'forms:read',
        words: 'questionnaire intake consent answers builder',
      },
      {
        to: '/macros',
        label: 'Macros',
        icon: IconBolt,
        needs: 'tickets:write',
        words: 'canned replies answers templates',
      },
      {
        to: '/timesheet',
        label: 'Timesheet',
        icon: IconClock,
        needs: 'time:write',
        keys: 'g w',
        words: 'working time hours week timer approve submit',
      },
      {
        to: '/imports',
        label: 'Import',
        icon: IconFileImport,
        needs: 'clients:import',
        keys: 'g i',
        words: 'upload csv fhir bring in',
      },
      { to: '/links', label: 'Links', icon: IconLink, words: 'resources navigation web sites' },
      {
        to: '/announcements',
        label: 'Announcements',
        icon: IconSpeakerphone,
        words: 'news notices messages to all',
      },
    ],
  },
  {
    label: 'Oversight',
    items: [
      {
        to: '/reports',
        about: 'How the desk does, in figures and plots',
        label: 'Reports',
        icon: IconChartBar,
        needs: 'reports:read',
        words: 'sla attainment load backlog time plots figures',
      },
      {
        to: '/audit',
        about: 'Who saw or changed what, and when',
        label: 'Audit log',
        icon: IconHistory,
        needs: 'audit:read',
        keys: 'g a',
        words: 'events history who saw',
      },
      {
        to: '/audit/sessions',
        about: 'What a user visited, step by step',
        label: 'Sessions',
        icon: IconTimeline,
        needs: 'audit:read',
        words: 'visited screens',
      },
      {
        to: '/access',
        about: 'What anybody may see, and why',
        label: 'Access explained',
        icon: IconUserQuestion,
        needs: 'access:explain',
        keys: 'g e',
        words: 'why may see',
      },
      {
        to: '/mail/held',
        about: 'Replies that wait for a decision',
        label: 'Held mail',
        icon: IconMailPause,
        needs: 'mail:release',
        words: 'e-mail gate release phi',
      },
      {
        to: '/emergency-access',
        about: 'Review access beyond the walls',
        label: 'Emergency access',
        icon: IconLifebuoy,
        needs: 'break-glass:review',
        words: 'break glass review',
      },
    ],
  },
  {
    label: 'Organization',
    items: [
      {
        to: '/users',
        about: 'Invite, suspend and remove people',
        label: 'Users',
        icon: IconUsers,
        needs: 'users:read',
        keys: 'g u',
        words: 'people invite accounts staff',
      },
      {
        to: '/roles',
        about: 'What people may do and see',
        label: 'Roles',
        icon: IconShieldLock,
        needs: 'roles:read',
        keys: 'g r',
        words: 'permissions field classes',
      },
      {
        to: '/teams',
        about: 'Which team serves which clients',
        label: 'Teams & walls',
        icon: IconWall,
        needs: 'teams:read',
        keys: 'g t',
        words: 'client groups matrix',
      },
      {
        to: '/facilities',
        about: 'Clinics, branches and sites',
        label: 'Facilities',
        icon: IconBuildingHospital,
        needs: 'facilities:read',
        keys: 'g f',
        words: 'clinics sites branches',
      },
      {
        to: '/links/manage',
        about: 'Links for staff and portal, and whether they work',
        label: 'Manage links',
        icon: IconLinkPlus,
        needs: 'links:manage',
        words: 'resources navigation broken',
      },
      {
        to: '/announcements/manage',
        about: 'Tell people something, and see who read it',
        label: 'Manage announcements',
        icon: IconMessage2Share,
        needs: 'announcements:manage',
        words: 'news notices read receipts',
      },
      {
        to: '/desk-settings',
        about: 'Queues, ticket types, flows and checklists',
        label: 'Desk settings',
        icon: IconAdjustments,
        needs: 'desk:settings',
        words: 'queues types flows statuses checklists',
      },
      {
        to: '/service-levels',
        about: 'Calendars, targets and escalation',
        label: 'Service levels',
        icon: IconClockCheck,
        needs: 'desk:settings',
        words: 'sla calendars holidays policies due',
      },
      {
        to: '/mail',
        about: 'Mailboxes, sending, and what may leave',
        label: 'Mail',
        icon: IconMail,
        needs: 'mail:settings',
        words: 'e-mail imap smtp mailboxes gate outbound',
      },
      {
        to: '/contracts',
        about: 'Hours agreed with clients, and invoices',
        label: 'Contracts',
        icon: IconFileInvoice,
        needs: 'contracts:manage',
        words: 'hours rates invoices billing export',
      },
      {
        to: '/devices',
        about: 'Copies of computers’ folders',
        label: 'Device backups',
        icon: IconDeviceDesktopUp,
        needs: 'devices:read',
        words: 'restic restore copies ransomware retention computers',
      },
      {
        to: '/tokens',
        about: 'Programs that use the API',
        label: 'Service tokens',
        icon: IconPlugConnected,
        needs: 'tokens:manage',
        words: 'api programs integration',
      },
      {
        to: '/keys',
        about: 'Rotate what encrypts everything',
        label: 'Keys',
        icon: IconKey,
        needs: 'keys:read',
        keys: 'g k',
        words: 'encryption rotate',
      },
      {
        to: '/settings',
        about: 'Passwords, sessions and sign-in',
        label: 'Settings',
        icon: IconSettings,
        needs: 'settings:read',
        keys: 'g s',
        words: 'policy password session lock-out mfa',
      },
    ],
  },
]

/** The sections with what this person may open. */
export function navFor(may: (permission: string) => boolean): NavSection[] {
  return NAV.map((section) => ({
    ...section,
    items: section.items.filter((i) => !i.needs || may(i.needs)),
  })).filter((section) => section.items.length > 0)
}
