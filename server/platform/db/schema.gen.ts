// Generated from the migrated database by scripts/generate-db-types.ts; do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<Date, Date | string, Date | string>
/** Selected as parsed JSON; inserted as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface AccessVersions {
  org_id: string
  version: Generated<number>
}

export interface AnnouncementReads {
  org_id: string
  announcement_id: string
  user_id: string
  read_at: Generated<Timestamp>
}

export interface Announcements {
  org_id: string
  id: string
  audience_id: string
  importance: string
  sealed_text: Buffer
  starts_at: Timestamp
  ends_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_by: string | null
  created_at: Generated<Timestamp>
  version: Generated<number>
}

export interface AudienceFacilities {
  org_id: string
  audience_id: string
  facility_id: string
}

export interface AudienceRoles {
  org_id: string
  audience_id: string
  role_id: string
}

export interface Audiences {
  org_id: string
  id: string
  who: string
}

export interface AuditCheckpoints {
  org_id: string
  size: number
  at: Timestamp
  note: string
}

export interface AuditEvents {
  org_id: string
  id: string
  at: Timestamp
  leaf: string
  actor_id: string | null
  session_id: string | null
  action: string
  outcome: string
  object_type: string | null
  object_id: string | null
  object_ids: string[] | null
}

export interface AuditLeaves {
  org_id: string
  leaf_index: number
  event_id: string
}

export interface AuditPending {
  org_id: string
  event_id: string
}

export interface AuditTiles {
  org_id: string
  level: number
  n: number
  width: number
  hashes: Buffer
}

export interface BillingSettings {
  org_id: string
  step_minutes: Generated<number>
  least_minutes: Generated<number>
  version: Generated<number>
}

export interface BreakGlass {
  org_id: string
  id: string
  user_id: string
  client_id: string
  reason: string
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  reviewed_by: string | null
  reviewed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  outcome: string | null
  comment: string | null
}

export interface ChecklistTemplates {
  org_id: string
  id: string
  name: string
  type_id: string | null
  steps: Json
  archived: Generated<boolean>
  version: Generated<number>
}

export interface ClientContactEmails {
  org_id: string
  contact_id: string
  version: number
  tokens: number[]
}

export interface ClientContacts {
  org_id: string
  id: string
  client_id: string
  version: Generated<number>
  sealed_contact: Buffer
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface ClientGroups {
  org_id: string
  id: string
  name: string
  description: Generated<string>
}

export interface ClientNotes {
  org_id: string
  id: string
  client_id: string
  author_id: string
  version: Generated<number>
  sealed_note: Buffer
  created_at: Generated<Timestamp>
  edited_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ClientRelationships {
  org_id: string
  id: string
  client_id: string
  other_client_id: string
  sealed_contact: Buffer
  created_at: Generated<Timestamp>
}

export interface ClientResources {
  org_id: string
  id: string
  client_id: string
  source_token: Buffer
  sealed_label: Buffer
  sealed_clinical: Buffer
  created_at: Generated<Timestamp>
}

export interface ClientSearch {
  org_id: string
  client_id: string
  group_id: string
  tokens: number[]
}

export interface ClientSources {
  org_id: string
  token: Buffer
  client_id: string
  who: Buffer | null
}

export interface Clients {
  org_id: string
  id: string
  kind: string
  group_id: string
  facility_id: string | null
  version: Generated<number>
  sealed_contact: Buffer | null
  sealed_demographic: Buffer | null
  sealed_identifier: Buffer | null
  sealed_clinical: Buffer | null
  sealed_financial: Buffer | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  shredded_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Contracts {
  org_id: string
  id: string
  client_id: string
  name: string
  starts_on: string
  ends_on: string | null
  period: string
  included_minutes: number
  rollover: string
  rate_cents: number | null
  currency: string
  version: Generated<number>
  created_at: Generated<Timestamp>
  bill_step_minutes: number | null
  bill_least_minutes: number | null
}

export interface Deks {
  org_id: string
  subject_id: string
  subject_type: string
  kek_id: string
  wrapped: Buffer | null
  created_at: Generated<Timestamp>
  destroyed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface DeviceCredentials {
  org_id: string
  id: string
  device_id: string
  secret_hash: Buffer
  access: string
  created_by: string | null
  created_at: Generated<Timestamp>
  expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface DeviceObjects {
  org_id: string
  device_id: string
  kind: string
  name: Buffer
  blob_id: string
  size: number
  created_at: Generated<Timestamp>
}

export interface DeviceRemoved {
  org_id: string
  blob_id: string
  device_id: string
  kind: string
  name: Buffer
  size: number
  created_at: Timestamp
  removed_at: Generated<Timestamp>
}

export interface DeviceRuns {
  org_id: string
  id: string
  device_id: string
  kind: string
  state: Generated<string>
  started_at: Generated<Timestamp>
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  facts: Generated<Json>
}

export interface DeviceSessions {
  org_id: string
  id: string
  device_id: string
  credential_id: string
  access: string
  started_at: Generated<Timestamp>
  last_at: Generated<Timestamp>
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  written_bytes: Generated<number>
  written_objects: Generated<number>
  read_bytes: Generated<number>
  read_objects: Generated<number>
  snapshots: Generated<number>
  refused: Generated<number>
}

export interface Devices {
  org_id: string
  id: string
  name: string
  facility_id: string | null
  managed: boolean
  state: Generated<string>
  quota_bytes: number
  used_bytes: Generated<number>
  silent_hours: number
  retention: ColumnType<unknown, string | null, string | null>
  sealed_password: Buffer | null
  last_snapshot_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  silent_since: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_by: string | null
  created_at: Generated<Timestamp>
  revoked_by: string | null
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  destroyed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
}

export interface DocumentAcknowledgements {
  org_id: string
  document_id: string
  user_id: string
  n: number
  at: Generated<Timestamp>
}

export interface DocumentAudiences {
  org_id: string
  document_id: string
  everybody: Generated<boolean>
  team_ids: Generated<string[]>
  role_ids: Generated<string[]>
  user_ids: Generated<string[]>
  portal: Generated<boolean>
  due_on: string | null
  asked_by: string | null
  asked_at: Generated<Timestamp>
}

export interface DocumentLinkViews {
  org_id: string
  ticket_hash: Buffer
  link_id: string
  viewer_id: string | null
  opened_at: Generated<Timestamp>
  expires_at: Generated<Timestamp>
}

export interface DocumentLinks {
  org_id: string
  id: string
  document_id: string
  secret_hash: Buffer
  mode: string
  entry: string
  code_hash: Buffer | null
  code_tries: Generated<number>
  code_used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  sealed_label: Buffer | null
  expires_at: Timestamp
  max_opens: number | null
  opens: Generated<number>
  released_by: string | null
  created_by: string
  created_at: Generated<Timestamp>
  revoked_by: string | null
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface DocumentSearch {
  org_id: string
  document_id: string
  source_id: string
  tokens: number[]
  sealed_words: Buffer | null
}

export interface DocumentVersions {
  org_id: string
  id: string
  document_id: string
  n: number | null
  base: number
  aside: Generated<boolean>
  restored_from: number | null
  file_id: string
  sealed_note: Buffer | null
  author_id: string | null
  created_at: Generated<Timestamp>
  completed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Documents {
  org_id: string
  id: string
  folder_id: string
  client_id: string | null
  group_id: string | null
  facility_ids: Generated<string[]>
  state: Generated<string>
  sealed_name: Buffer | null
  sealed_tags: Buffer | null
  name_key: Buffer
  latest: Generated<number>
  allotted: Generated<number>
  published: number | null
  published_by: string | null
  published_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  withdrawn_by: string | null
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  review_on: string | null
  checked_out_by: string | null
  checked_out_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_by: string | null
  created_at: Generated<Timestamp>
  updated_by: string | null
  updated_at: Generated<Timestamp>
  purged_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
  read_from: Generated<number>
}

export interface Facilities {
  org_id: string
  id: string
  name: string
  details: Generated<Json>
}

export interface FileParts {
  org_id: string
  file_id: string
  n: number
  blob_id: string
  plain_bytes: number
  sealed_bytes: number
  sha256: Buffer
}

export interface FileReveals {
  org_id: string
  file_id: string
  user_id: string
  expires_at: Timestamp
}

export interface Files {
  org_id: string
  id: string
  owner_type: string
  owner_id: string
  group_id: string | null
  client_id: string | null
  message_id: string | null
  state: string
  sealed_name: Buffer | null
  name_suspected: Generated<boolean>
  size: number
  received: Generated<number>
  content_type: string | null
  mislabelled: Generated<boolean>
  also_type: string | null
  pages: number | null
  read_error: string | null
  waits_for: string | null
  scan: Generated<string>
  sealed_findings: Buffer | null
  finding_count: Generated<number>
  sealed_preview: Buffer | null
  sealed_hash: Buffer | null
  lease_id: string | null
  lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  moved_from: string | null
  moved_to: string | null
  created_by: string | null
  created_at: Generated<Timestamp>
  completed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  cleared_by: string | null
  cleared_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  moved_by: string | null
  moved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  purged_by: string | null
  purged_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
  at_home: Generated<boolean>
  sealed_digest: Buffer | null
  sealed_fingerprint: Buffer | null
}

export interface FolderPages {
  org_id: string
  folder_id: string
  which: Buffer
  ids: string
  onward: string | null
  sealed_page: string
  kept_at: Generated<Timestamp>
  valid_until: Timestamp
}

export interface Folders {
  org_id: string
  id: string
  parent_id: string | null
  client_id: string | null
  group_id: string | null
  facility_ids: Generated<string[]>
  sealed_name: Buffer | null
  name_key: Buffer
  created_by: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  removed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
}

export interface FormFacilities {
  org_id: string
  form_id: string
  facility_id: string
}

export interface FormResponsePeople {
  org_id: string
  response_id: string
  user_id: string
}

export interface FormResponses {
  org_id: string
  id: string
  form_id: string
  n: number
  client_id: string
  group_id: string
  state: string
  by_staff: boolean
  due_on: string | null
  sealed_contact: Buffer | null
  sealed_demographic: Buffer | null
  sealed_identifier: Buffer | null
  sealed_clinical: Buffer | null
  sealed_financial: Buffer | null
  sealed_note: Buffer | null
  decided: Generated<string[]>
  created_by: string
  created_at: Generated<Timestamp>
  saved_by: string | null
  updated_at: Generated<Timestamp>
  submitted_by: string | null
  submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
}

export interface FormVersions {
  org_id: string
  id: string
  form_id: string
  n: number
  sealed_definition: Buffer
  published_by: string
  published_at: Generated<Timestamp>
}

export interface Forms {
  org_id: string
  id: string
  state: Generated<string>
  sealed_draft: Buffer
  changed: Generated<boolean>
  published: number | null
  everywhere: Generated<boolean>
  at_will: Generated<boolean>
  created_by: string
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  version: Generated<number>
  told_team_id: string | null
}

export interface IdempotencyKeys {
  org_id: string
  user_id: string
  key_hash: Buffer
  request_hash: Buffer
  created_at: Generated<Timestamp>
  object_id: string | null
  done_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ImportEvents {
  org_id: string
  import_id: string
  seq: Generated<number>
  event: Json
}

export interface ImportIssues {
  org_id: string
  import_id: string
  seq: Generated<number>
  file: string | null
  row_number: number | null
  field: string | null
  reason: string
  severity: string
}

export interface ImportReferences {
  org_id: string
  import_id: string
  token: Buffer
  client_id: string
}

export interface Imports {
  org_id: string
  id: string
  user_id: string | null
  actor: Json
  group_id: string | null
  kind: string
  status: string
  encoding: string
  encoding_assumed: Generated<boolean>
  stored: boolean
  sealed_name: Buffer
  options: Generated<Json>
  pass: Generated<number>
  position: Generated<number>
  file_bytes: number
  bytes_total: number
  bytes_done: Generated<number>
  rows_read: Generated<number>
  created: Generated<number>
  unchanged: Generated<number>
  updated: Generated<number>
  failed: Generated<number>
  others: Generated<number>
  contacts: Generated<number>
  unassigned: Generated<Json>
  cancel: Generated<boolean>
  lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  lease_id: string | null
  attempts: Generated<number>
  error_code: string | null
  error_message: string | null
  created_at: Generated<Timestamp>
  queued_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  started_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  finished_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Invitations {
  org_id: string
  id: string
  user_id: string
  token_hash: Buffer
  invited_by: string | null
  expires_at: Timestamp
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  kind: Generated<string>
}

export interface InvoiceRuns {
  org_id: string
  id: string
  number: number
  from_on: string
  to_on: string
  entries: number
  created_by: string
  created_at: Generated<Timestamp>
  undone_by: string | null
  undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface JobWorkers {
  worker_id: string
  seen_at: Generated<Timestamp>
}

export interface LinkGroups {
  org_id: string
  id: string
  position: number
  sealed_name: Buffer
  version: Generated<number>
}

export interface LinkSettings {
  org_id: string
  private_networks: Generated<string[]>
  version: Generated<number>
}

export interface Links {
  org_id: string
  id: string
  group_id: string
  position: number
  audience_id: string
  icon: string
  sealed_link: Buffer
  health: Generated<string>
  reason: string | null
  checked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  broken_since: ColumnType<Date | null, Date | string | null, Date | string | null>
  sealed_moved_to: Buffer | null
  version: Generated<number>
}

export interface MailDeliveries {
  org_id: string
  id: string
  ticket_id: string
  message_id: string
  sealed_to: Buffer
  message_id_hash: Buffer
  state: Generated<string>
  policy: string | null
  reasons: Generated<string[]>
  form: string | null
  decision: string | null
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  sealed_reason: Buffer | null
  attempts: Generated<number>
  next_at: Generated<Timestamp>
  lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  error_code: string | null
  sent_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_at: Generated<Timestamp>
  version: Generated<number>
}

export interface MailReceived {
  org_id: string
  mail_hash: Buffer
  id: string
  mailbox_id: string | null
  outcome: string
  error_code: string | null
  ticket_id: string | null
  message_id: string | null
  quoted_from: number | null
  sealed_message_id: Buffer | null
  received_at: Generated<Timestamp>
  sender_check: string | null
}

export interface MailRecipients {
  org_id: string
  delivery_id: string
  address_hash: Buffer
  state: string
  error_code: string | null
}

export interface MailSettings {
  org_id: string
  enabled: Generated<boolean>
  host: string | null
  port: number | null
  security: Generated<string>
  sealed_login: Buffer | null
  ca: string | null
  from_address: string | null
  from_name: string | null
  gate: Generated<string>
  version: Generated<number>
  updated_at: Generated<Timestamp>
}

export interface Mailboxes {
  org_id: string
  id: string
  address: string
  kind: string
  enabled: Generated<boolean>
  subaddressing: Generated<boolean>
  queue_id: string
  type_id: string | null
  host: string | null
  port: number | null
  security: Generated<string>
  sealed_login: Buffer | null
  ca: string | null
  folder: Generated<string>
  move_to: string | null
  uid_validity: number | null
  state: Generated<string>
  error_code: string | null
  state_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  lease_id: string | null
  lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  version: Generated<number>
  created_at: Generated<Timestamp>
}

export interface MessageThreads {
  org_id: string
  id: string
  client_id: string
  group_id: string
  sealed_subject: Buffer
  state: Generated<string>
  assignee_id: string | null
  message_count: Generated<number>
  last_at: Generated<Timestamp>
  waits: Generated<boolean>
  created_by: string
  created_at: Generated<Timestamp>
  version: Generated<number>
}

export interface Notifications {
  org_id: string
  id: string
  user_id: string
  ticket_id: string
  message_id: string | null
  kind: string
  actor_id: string | null
  created_at: Generated<Timestamp>
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface OrgKeys {
  org_id: string
  id: string
  purpose: string
  root_key_id: string
  wrapped: Buffer
  public_part: string | null
  created_at: Generated<Timestamp>
  retired_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Organizations {
  org_id: string
  name: string
  policy: Generated<Json>
  created_at: Generated<Timestamp>
  time_zone: Generated<string>
}

export interface PasskeyChallenges {
  challenge_hash: Buffer
  purpose: string
  user_id: string | null
  expires_at: Timestamp
}

export interface Passkeys {
  org_id: string
  id: string
  user_id: string
  credential_id: Buffer
  public_key: Buffer
  sign_count: Generated<number>
  transports: Generated<string[]>
  synced: Generated<boolean>
  sealed_name: Buffer
  created_at: Generated<Timestamp>
  last_used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface PasswordHistory {
  org_id: string
  user_id: string
  set_at: Generated<Timestamp>
  password_hash: string
}

export interface PortalClients {
  org_id: string
  user_id: string
  client_id: string
  contact_id: string | null
  added_by: string | null
  added_at: Generated<Timestamp>
}

export interface PortalPeople {
  org_id: string
  user_id: string
  sealed_person: Buffer
  version: Generated<number>
  created_by: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface PortalRequests {
  org_id: string
  ticket_id: string
  user_id: string
  client_id: string | null
  created_at: Generated<Timestamp>
  read_at: Generated<Timestamp>
}

export interface PushSubscriptions {
  org_id: string
  id: string
  user_id: string
  session_id: string
  endpoint_hash: Buffer
  sealed_subscription: Buffer
  created_at: Generated<Timestamp>
  failures: Generated<number>
}

export interface Queues {
  org_id: string
  id: string
  name: string
  group_id: string
  type_id: string | null
  team_id: string | null
  archived: Generated<boolean>
  position: Generated<number>
  version: Generated<number>
}

export interface RateLimits {
  bucket: Buffer
  window_start: Timestamp
  hits: number
}

export interface RatingLinks {
  org_id: string
  id: string
  ticket_id: string
  round: number
  secret_hash: Buffer
  expires_at: Timestamp
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface RatingSettings {
  org_id: string
  enabled: Generated<boolean>
  change_days: Generated<number>
  link_days: Generated<number>
  version: Generated<number>
}

export interface RecoveryCodes {
  org_id: string
  user_id: string
  code_hash: Buffer
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Roles {
  org_id: string
  id: string
  name: string
  description: Generated<string>
  built_in: string | null
  permissions: string[]
  field_classes: Generated<Json>
  ip_allow_list: Generated<string[]>
  created_at: Generated<Timestamp>
}

export interface SchemaMigrations {
  number: number
  name: string
  hash: string
  applied_at: Generated<Timestamp>
}

export interface SearchReindex {
  org_id: string
  version: number
  after_id: string | null
  done: Generated<number>
  total: Generated<number>
  started_at: Generated<Timestamp>
  finished_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface ServiceTokens {
  org_id: string
  id: string
  user_id: string
  name: string
  token_hash: Buffer
  scopes: string[]
  created_by: string | null
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  last_used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface Sessions {
  org_id: string
  id: string
  user_id: string
  token_hash: Buffer
  stage: string
  mfa: Generated<boolean>
  csrf_hash: Buffer
  ip: string | null
  user_agent: string | null
  created_at: Generated<Timestamp>
  last_seen_at: Generated<Timestamp>
  idle_seconds: number
  absolute_expires_at: Timestamp
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  end_reason: string | null
}

export interface SetupTokens {
  token_hash: Buffer
  created_at: Generated<Timestamp>
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface SignatureRequests {
  org_id: string
  id: string
  document_id: string
  n: number
  file_id: string
  state: Generated<string>
  cancelled_why: string | null
  sealed_terms: Buffer | null
  due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  asked_by: string
  asked_at: Generated<Timestamp>
  event_id: string
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  copy_n: number | null
  copy_file_id: string | null
  copy_event_id: string | null
  trouble: string | null
  version: Generated<number>
}

export interface SignatureSteps {
  org_id: string
  id: string
  request_id: string
  position: number
  user_id: string
  state: Generated<string>
  sealed_signer: Buffer | null
  sealed_mark: Buffer | null
  sealed_reason: Buffer | null
  event_id: string | null
  session_id: string | null
  at: ColumnType<Date | null, Date | string | null, Date | string | null>
  asked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  reminded_for: ColumnType<Date | null, Date | string | null, Date | string | null>
  blocked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface SlaCalendars {
  org_id: string
  id: string
  name: string
  time_zone: string | null
  always_open: Generated<boolean>
  weekly: Json
  holidays: Generated<Json>
  version: Generated<number>
  updated_at: Generated<Timestamp>
}

export interface SlaPolicies {
  org_id: string
  id: string
  name: string
  active: Generated<boolean>
  position: number
  calendar_id: string
  client_ids: Generated<string[]>
  group_ids: Generated<string[]>
  priorities: Generated<number[]>
  type_ids: Generated<string[]>
  targets: Json
  pause_statuses: string[] | null
  warn_percents: Generated<number[]>
  actions: Generated<Json>
  version: Generated<number>
  updated_at: Generated<Timestamp>
}

export interface SlaSweeps {
  org_id: string
  requested_at: Generated<Timestamp>
  total: number
  done: Generated<number>
  after_id: string | null
  finished_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface StaffAbsences {
  org_id: string
  user_id: string
  from_at: Timestamp
  until_at: Timestamp
  cover_id: string | null
  updated_at: Generated<Timestamp>
}

export interface TeamMembers {
  org_id: string
  team_id: string
  user_id: string
}

export interface Teams {
  org_id: string
  id: string
  name: string
  description: Generated<string>
}

export interface ThreadMessages {
  org_id: string
  id: string
  thread_id: string
  kind: string
  author_id: string | null
  from_portal: boolean
  sealed_body: Buffer
  created_at: Generated<Timestamp>
}

export interface ThreadPeople {
  org_id: string
  thread_id: string
  user_id: string
  added_by: string | null
  added_at: Generated<Timestamp>
}

export interface ThreadReads {
  org_id: string
  thread_id: string
  user_id: string
  up_to: string
  read_at: Generated<Timestamp>
}

export interface TicketChecklists {
  org_id: string
  id: string
  ticket_id: string
  template_id: string | null
  name: string
  position: Generated<number>
}

export interface TicketCloseOverrides {
  org_id: string
  id: string
  ticket_id: string
  user_id: string
  sealed_reason: Buffer
  missing: Json
  at: Generated<Timestamp>
  transaction: Generated<string>
}

export interface TicketCounters {
  org_id: string
  last_number: Generated<number>
}

export interface TicketFlows {
  org_id: string
  id: string
  name: string
  statuses: Json
  version: Generated<number>
}

export interface TicketHappenings {
  org_id: string
  id: Generated<number>
  ticket_id: string
  happening: string
  changed: Generated<string[]>
  answerable: Generated<boolean>
  at: Generated<Timestamp>
  rule_id: string | null
  attempts: Generated<number>
  due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TicketLinks {
  org_id: string
  ticket_id: string
  other_id: string
  kind: string
  created_by: string | null
  created_at: Generated<Timestamp>
}

export interface TicketMacros {
  org_id: string
  id: string
  owner_id: string
  shared: Generated<boolean>
  sealed_macro: Buffer
  version: Generated<number>
}

export interface TicketMessages {
  org_id: string
  id: string
  ticket_id: string
  kind: string
  author_id: string | null
  from_requester: Generated<boolean>
  sealed_from: Buffer | null
  sealed_body: Buffer | null
  phi_state: Generated<string>
  sealed_findings: Buffer | null
  mentions: Generated<string[]>
  message_id_hash: Buffer | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  edited_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  cleared_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  cleared_by: string | null
  purged_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  purged_by: string | null
  sealed_copies: Buffer | null
}

export interface TicketOutbox {
  org_id: string
  id: string
  ticket_id: string
  message_id: string
  kind: string
  created_at: Generated<Timestamp>
  taken_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TicketRatings {
  org_id: string
  id: string
  ticket_id: string
  round: number
  score: number
  comment_id: string | null
  via: string
  queue_id: string
  assignee_id: string | null
  rated_at: Generated<Timestamp>
  changed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TicketReminders {
  org_id: string
  ticket_id: string
  at: Timestamp
  set_by: string
  set_at: Generated<Timestamp>
}

export interface TicketRules {
  org_id: string
  id: string
  name: string
  happening: string
  sealed_rule: Buffer
  enabled: Generated<boolean>
  position: Generated<number>
  version: Generated<number>
  saved_by: string | null
  failed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  error_code: string | null
}

export interface TicketSchedules {
  org_id: string
  id: string
  sealed_name: Buffer
  template_id: string
  client_id: string | null
  times: Json
  paused: Generated<boolean>
  next_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  last_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  last_ticket_id: string | null
  last_refusal: string | null
  version: Generated<number>
  saved_by: string | null
}

export interface TicketSearch {
  org_id: string
  ticket_id: string
  source_id: string
  group_id: string
  tokens: number[]
}

export interface TicketSlas {
  org_id: string
  ticket_id: string
  policy_id: string | null
  response_state: string
  response_target: number | null
  response_elapsed: number
  response_due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  response_breached_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  response_stopped_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  response_decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  response_alarm_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolution_state: string
  resolution_target: number | null
  resolution_elapsed: number
  resolution_due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolution_breached_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolution_stopped_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolution_decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolution_alarm_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  next_due_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  next_warn_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  fired: Generated<string[]>
  evaluated_at: Timestamp
}

export interface TicketStatusSpans {
  org_id: string
  id: string
  ticket_id: string
  status: string
  category: string
  from_at: Timestamp
  to_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TicketSteps {
  org_id: string
  id: string
  ticket_id: string
  checklist_id: string | null
  built_in: string | null
  title: string
  required: Generated<boolean>
  role_id: string | null
  people: Generated<number>
  state: Generated<string>
  done_by: string | null
  done_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  second_by: string | null
  second_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  sealed_note: Buffer | null
  position: Generated<number>
  version: Generated<number>
}

export interface TicketTemplates {
  org_id: string
  id: string
  sealed_template: Buffer
  queue_id: string | null
  type_id: string | null
  checklist_id: string | null
  team_ids: Generated<string[]>
  archived: Generated<boolean>
  version: Generated<number>
}

export interface TicketThreads {
  org_id: string
  ticket_id: string
  format: number
  messages: number
  items: number
  authors: string[]
  names: string[]
  sealed_page: string
  last_id: string | null
}

export interface TicketTypes {
  org_id: string
  id: string
  name: string
  flow_id: string
  impact: Generated<number>
  urgency: Generated<number>
  archived: Generated<boolean>
  position: Generated<number>
  version: Generated<number>
}

export interface TicketViewers {
  org_id: string
  ticket_id: string
  user_id: string
  seen_at: Generated<Timestamp>
  writing_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TicketViews {
  org_id: string
  id: string
  owner_id: string
  shared: Generated<boolean>
  sealed_view: Buffer
  version: Generated<number>
}

export interface TicketWatchers {
  org_id: string
  ticket_id: string
  user_id: string
}

export interface Tickets {
  org_id: string
  id: string
  number: number
  group_id: string
  client_id: string | null
  contact_id: string | null
  facility_id: string | null
  queue_id: string
  type_id: string
  status: string
  status_category: string
  impact: number
  urgency: number
  priority: number
  assignee_id: string | null
  team_id: string | null
  parent_id: string | null
  merged_into: string | null
  sealed_subject: Buffer
  sealed_tags: Buffer | null
  sealed_requester: Buffer | null
  channel: string
  phi_state: Generated<string>
  message_count: Generated<number>
  version: Generated<number>
  created_by: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  first_response_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  resolved_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  reopened_count: Generated<number>
  merged_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface TimeEntries {
  org_id: string
  id: string
  ticket_id: string
  user_id: string
  contract_id: string | null
  work_date: string
  minutes: number
  billable: Generated<boolean>
  rate_cents: number | null
  currency: string
  sealed_note: Buffer | null
  state: Generated<string>
  submitted_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  sealed_reason: Buffer | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  invoice_id: string | null
  charged_minutes: number | null
  billed_minutes: number | null
  stands_at: string
  invoiced_under: string | null
}

export interface Timers {
  org_id: string
  user_id: string
  ticket_id: string
  started_at: Generated<Timestamp>
}

export interface TrustedDevices {
  org_id: string
  id: string
  user_id: string
  secret_hash: Buffer
  user_agent: string | null
  created_at: Generated<Timestamp>
  last_used_at: Generated<Timestamp>
  expires_at: Timestamp
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>
}

export interface UnassignedKeys {
  org_id: string
  group_id: string
  token: Buffer
  resource_id: string
}

export interface UnassignedResources {
  org_id: string
  id: string
  group_id: string
  import_id: string | null
  source_token: Buffer
  type: string
  sealed_label: Buffer
  sealed_clinical: Buffer
  created_at: Generated<Timestamp>
}

export interface UserFacilities {
  org_id: string
  user_id: string
  facility_id: string
  added_by: string | null
  added_at: Generated<Timestamp>
}

export interface UserRoles {
  org_id: string
  user_id: string
  role_id: string
}

export interface Users {
  org_id: string
  id: string
  kind: Generated<string>
  email: string
  display_name: string
  status: string
  password_hash: string | null
  password_set_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  must_change_password: Generated<boolean>
  sealed_totp: Buffer | null
  totp_confirmed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  totp_last_step: number | null
  failed_attempts: Generated<number>
  first_failed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  locked_until: ColumnType<Date | null, Date | string | null, Date | string | null>
  expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  last_sign_in_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  created_at: Generated<Timestamp>
  sealed_totp_next: Buffer | null
  totp_next_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  must_enrol_totp: Generated<boolean>
  language: string | null
  email_notices: Generated<boolean>
}

export interface Walls {
  org_id: string
  team_id: string
  group_id: string
  access: string
}

export interface DB {
  access_versions: AccessVersions
  announcement_reads: AnnouncementReads
  announcements: Announcements
  audience_facilities: AudienceFacilities
  audience_roles: AudienceRoles
  audiences: Audiences
  audit_checkpoints: AuditCheckpoints
  audit_events: AuditEvents
  audit_leaves: AuditLeaves
  audit_pending: AuditPending
  audit_tiles: AuditTiles
  billing_settings: BillingSettings
  break_glass: BreakGlass
  checklist_templates: ChecklistTemplates
  client_contact_emails: ClientContactEmails
  client_contacts: ClientContacts
  client_groups: ClientGroups
  client_notes: ClientNotes
  client_relationships: ClientRelationships
  client_resources: ClientResources
  client_search: ClientSearch
  client_sources: ClientSources
  clients: Clients
  contracts: Contracts
  deks: Deks
  device_credentials: DeviceCredentials
  device_objects: DeviceObjects
  device_removed: DeviceRemoved
  device_runs: DeviceRuns
  device_sessions: DeviceSessions
  devices: Devices
  document_acknowledgements: DocumentAcknowledgements
  document_audiences: DocumentAudiences
  document_link_views: DocumentLinkViews
  document_links: DocumentLinks
  document_search: DocumentSearch
  document_versions: DocumentVersions
  documents: Documents
  facilities: Facilities
  file_parts: FileParts
  file_reveals: FileReveals
  files: Files
  folder_pages: FolderPages
  folders: Folders
  form_facilities: FormFacilities
  form_response_people: FormResponsePeople
  form_responses: FormResponses
  form_versions: FormVersions
  forms: Forms
  idempotency_keys: IdempotencyKeys
  import_events: ImportEvents
  import_issues: ImportIssues
  import_references: ImportReferences
  imports: Imports
  invitations: Invitations
  invoice_runs: InvoiceRuns
  job_workers: JobWorkers
  link_groups: LinkGroups
  link_settings: LinkSettings
  links: Links
  mail_deliveries: MailDeliveries
  mail_received: MailReceived
  mail_recipients: MailRecipients
  mail_settings: MailSettings
  mailboxes: Mailboxes
  message_threads: MessageThreads
  notifications: Notifications
  org_keys: OrgKeys
  organizations: Organizations
  passkey_challenges: PasskeyChallenges
  passkeys: Passkeys
  password_history: PasswordHistory
  portal_clients: PortalClients
  portal_people: PortalPeople
  portal_requests: PortalRequests
  push_subscriptions: PushSubscriptions
  queues: Queues
  rate_limits: RateLimits
  rating_links: RatingLinks
  rating_settings: RatingSettings
  recovery_codes: RecoveryCodes
  roles: Roles
  schema_migrations: SchemaMigrations
  search_reindex: SearchReindex
  service_tokens: ServiceTokens
  sessions: Sessions
  setup_tokens: SetupTokens
  signature_requests: SignatureRequests
  signature_steps: SignatureSteps
  sla_calendars: SlaCalendars
  sla_policies: SlaPolicies
  sla_sweeps: SlaSweeps
  staff_absences: StaffAbsences
  team_members: TeamMembers
  teams: Teams
  thread_messages: ThreadMessages
  thread_people: ThreadPeople
  thread_reads: ThreadReads
  ticket_checklists: TicketChecklists
  ticket_close_overrides: TicketCloseOverrides
  ticket_counters: TicketCounters
  ticket_flows: TicketFlows
  ticket_happenings: TicketHappenings
  ticket_links: TicketLinks
  ticket_macros: TicketMacros
  ticket_messages: TicketMessages
  ticket_outbox: TicketOutbox
  ticket_ratings: TicketRatings
  ticket_reminders: TicketReminders
  ticket_rules: TicketRules
  ticket_schedules: TicketSchedules
  ticket_search: TicketSearch
  ticket_slas: TicketSlas
  ticket_status_spans: TicketStatusSpans
  ticket_steps: TicketSteps
  ticket_templates: TicketTemplates
  ticket_threads: TicketThreads
  ticket_types: TicketTypes
  ticket_viewers: TicketViewers
  ticket_views: TicketViews
  ticket_watchers: TicketWatchers
  tickets: Tickets
  time_entries: TimeEntries
  timers: Timers
  trusted_devices: TrustedDevices
  unassigned_keys: UnassignedKeys
  unassigned_resources: UnassignedResources
  user_facilities: UserFacilities
  user_roles: UserRoles
  users: Users
  walls: Walls
}
