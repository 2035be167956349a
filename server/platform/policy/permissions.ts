import { FIELD_CLASSES, type FieldClass } from './field-classes.ts'

/** What a role may do: resource x action. A route names one of these; nothing else opens it. */
export const PERMISSIONS = {
  'clients:read': 'See clients behind the walls of one’s teams',
  'clients:write': 'Change clients, contacts and relationships',
  'clients:create': 'Add clients',
  'clients:shred': 'Destroy a client’s data for good',
  'notes:read': 'Read notes on clients',
  'notes:write': 'Write notes on clients',
  'identifiers:reveal': 'See identifiers unmasked, one at a time',
  'clients:import': 'Bring in clients from files',
  'clients:export': 'Give out clients’ data, with a stated purpose',
  'break-glass:use': 'Open a client beyond the walls in an emergency',
  'break-glass:review': 'Review emergency access',
  'users:read': 'See the users of the organization',
  'users:manage': 'Invite, suspend and remove users',
  'roles:read': 'See roles',
  'roles:manage': 'Edit roles',
  'teams:read': 'See teams, client groups and walls',
  'teams:manage': 'Edit teams, client groups and walls',
  'access:explain': 'See what any user may see, and why',
  'facilities:read': 'See facilities',
  'facilities:manage': 'Edit facilities',
  'settings:read': 'See the organization’s settings',
  'settings:manage': 'Change the organization’s settings and policies',
  'tokens:manage': 'Make and revoke service tokens',
  'sessions:manage': 'See and end sessions of others',
  'audit:read': 'Read the audit log',
  'audit:export': 'Export the audit log with its proofs',
  'keys:read': 'See the state of the keys',
  'keys:manage': 'Rotate and rewrap keys',
} as const

export type Permission = keyof typeof PERMISSIONS
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

export type ClassAccess = 'read' | 'write'

export interface ShippedRole {
  key: string
  name: string
  description: string
  permissions: Permission[]
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
}

const everyClass = (access: ClassAccess) =>
  Object.fromEntries(FIELD_CLASSES.map((c) => [c, access])) as Record<FieldClass, ClassAccess>

/** The roles each organization starts with; they may be edited, except that the last administrator stays. */
export const SHIPPED_ROLES: ShippedRole[] = [
  {
    key: 'administrator',
    name: 'Administrator',
    description: 'Users, teams, roles, sign-in policy and keys. Sees no protected health information.',
    permissions: [
      'users:read',
      'users:manage',
      'roles:read',
      'roles:manage',
      'teams:read',
      'teams:manage',
      'access:explain',
      'facilities:read',
      'facilities:manage',
      'settings:read',
      'settings:manage',
      'tokens:manage',
      'sessions:manage',
      'audit:read',
      'keys:read',
      'keys:manage',
    ],
    fieldClasses: {},
  },
  {
    key: 'privacy-officer',
    name: 'Privacy officer',
    description:
      'Who saw what and who may see what; reviews emergency access; gives out and destroys records.',
    permissions: [
      'clients:read',
      'clients:export',
      'clients:shred',
      'notes:read',
      'identifiers:reveal',
      'break-glass:review',
      'users:read',
      'roles:read',
      'teams:read',
      'access:explain',
      'facilities:read',
      'settings:read',
      'sessions:manage',
      'audit:read',
      'audit:export',
    ],
    fieldClasses: everyClass('read'),
  },
  {
    key: 'security-officer',
    name: 'Security officer',
    description: 'Sign-in policy, sessions, keys and the log. Sees no protected health information.',
    permissions: [
      'users:read',
      'users:manage',
      'roles:read',
      'teams:read',
      'access:explain',
      'facilities:read',
      'settings:read',
      'settings:manage',
      'tokens:manage',
      'sessions:manage',
      'audit:read',
      'audit:export',
      'keys:read',
      'keys:manage',
    ],
    fieldClasses: {},
  },
  {
    key: 'clinician',
    name: 'Clinician',
    description: 'The whole record of the clients they serve.',
    permissions: [
      'clients:read',
      'clients:write',
      'clients:create',
      'clients:export',
      'notes:read',
      'notes:write',
      'identifiers:reveal',
      'break-glass:use',
      'facilities:read',
      'teams:read',
    ],
    fieldClasses: everyClass('write'),
  },
  {
    key: 'care-coordinator',
    name: 'Care coordinator',
    description: 'The whole record of the clients they serve, and bringing clients in.',
    permissions: [
      'clients:read',
      'clients:write',
      'clients:create',
      'clients:import',
      'clients:export',
      'notes:read',
      'notes:write',
      'identifiers:reveal',
      'break-glass:use',
      'facilities:read',
      'teams:read',
    ],
    fieldClasses: { ...everyClass('write'), clinical: 'read' },
  },
  {
    key: 'receptionist',
    name: 'Receptionist',
    description: 'Contact data, birth date and identifiers; nothing clinical.',
    permissions: ['clients:read', 'clients:write', 'clients:create', 'facilities:read', 'teams:read'],
    fieldClasses: { contact: 'write', demographic: 'write', identifier: 'read' },
  },
  {
    key: 'technician',
    name: 'Technician',
    description: 'Names and contact data of the clients they support.',
    permissions: ['clients:read', 'facilities:read', 'teams:read'],
    fieldClasses: { contact: 'read' },
  },
  {
    key: 'auditor',
    name: 'Auditor',
    description: 'Reads the log and who may see what, for a limited time. Changes nothing.',
    permissions: [
      'audit:read',
      'audit:export',
      'users:read',
      'roles:read',
      'teams:read',
      'access:explain',
      'settings:read',
      'facilities:read',
      'keys:read',
    ],
    fieldClasses: {},
  },
]
