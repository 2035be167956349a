const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const ZONE = '(Z|[+-]((0\\d|1[0-3]):[0-5]\\d|14:00))'
const TIME = '([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?'
const DATE_TIME = new RegExp(`^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T${TIME}${ZONE})?)?)?$`)
const INSTANT = new RegExp(`^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T${TIME}${ZONE}$`)
const ONLY_TIME = new RegExp(`^${TIME}$`)
const ID = /^[A-Za-z0-9\-.]{1,64}$/
const CODE = /^\S+(\s\S+)*$/
const OID = /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const text = (v: unknown): v is string => typeof v === 'string' && v !== ''
const like = (pattern: RegExp) => (v: unknown) => typeof v === 'string' && pattern.test(v)
const whole = (min: number) => (v: unknown) => Number.isInteger(v) && (v as number) >= min
const noSpace = like(/^\S*$/)

/** FHIR's primitive types (https://hl7.org/fhir/R4/datatypes.html#primitive): does a JSON value fit? */
export const PRIMITIVES = new Map<string, (value: unknown) => boolean>([
  ['string', text],
  ['markdown', text],
  ['xhtml', text],
  ['base64Binary', (v) => typeof v === 'string'],
  ['boolean', (v) => typeof v === 'boolean'],
  ['number', (v) => typeof v === 'number'],
  ['decimal', (v) => typeof v === 'number'],
  ['integer', whole(Number.NEGATIVE_INFINITY)],
  ['unsignedInt', whole(0)],
  ['positiveInt', whole(1)],
  ['date', like(DATE)],
  ['dateTime', like(DATE_TIME)],
  ['instant', like(INSTANT)],
  ['time', like(ONLY_TIME)],
  ['id', like(ID)],
  ['code', like(CODE)],
  ['uri', noSpace],
  ['url', noSpace],
  ['canonical', noSpace],
  ['oid', like(OID)],
  ['uuid', like(UUID)],
])
