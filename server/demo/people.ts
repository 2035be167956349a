import type { RecordClasses } from '../domains/clients/index.ts'

/** A small, seeded generator (mulberry32): the same seed gives the same people on every machine. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words = (text: string) => text.trim().split(/\s+/)
const FEMALE =
  words(`Ada Aisha Alma Amara Ana Bea Brigid Camila Carmen Chiara Clara Dalia Daria Edith Elena Elif Emma Farah Fatima Freya Gloria Grace
  Hana Hazel Ines Ingrid Iris Ivy Jana Jia Jo Judith Kaia Keiko Lan Leila Lina Lola Lucia Maeve Mai Maria Marta Mei Mina Mira Nadia Naomi Nia Noor Olga
  Paloma Petra Priya Rania Rosa Ruth Sara Selma Sofia Tala Tessa Thea Una Vera Willa Yara Yuki Zadie Zora`)
const MALE =
  words(`Abel Adrian Ahmed Aldo Amir Anton Arjun Arlo Bao Bashir Bruno Caleb Carlos Cyrus Dario David Diego Elias Emil Enzo Ezra Felix Femi Finn
  Gael George Hamid Henry Hugo Ian Idris Ivan Jamal Jonas Jorge Juan Kai Karim Kenji Kofi Lars Leo Liam Louis Luca Marco Mateo Milan Nabil Nico Noah Omar
  Oscar Otto Pablo Paul Quinn Rafael Ravi Remy Samuel Sven Tariq Theo Tomas Viktor Walter Wei Xavier Yusuf Zane`)
const SYLLABLES = [
  words(
    'Al Bar Ber Cal Car Dal Dun El Fair Fen Gar Glen Hal Har Haw Hol Kel Lan Lin Mal Mar Mor Nor Oak Pem Quin Ra Ros San Sel Stan Tal Thor Val Wal Wes Win Yar',
  ),
  words(
    'a e i o ber den der ing ker land ley ling man mer mont mur na ner ren ri ro ster tin ton va ver vi wen wick wood',
  ),
  words(
    'aga den dez er ford ham holm ian ino ke ler man meier mott nen oux ov ra rez sen shaw son sson stead ton vic ward well wright yama',
  ),
]
const STREETS = words(
  'Alder Birch Cedar Clover Elm Fern Hickory Juniper Laurel Linden Magnolia Maple Meadow Oak Orchard Pine Poplar Spruce Sycamore Willow',
)
const TOWNS: [string, string, string][] = [
  ['Cedar Falls', 'IA', '50613'],
  ['Salina', 'KS', '67401'],
  ['Duluth', 'MN', '55802'],
  ['Bangor', 'ME', '04401'],
  ['Yakima', 'WA', '98901'],
  ['Macon', 'GA', '31201'],
  ['Taos', 'NM', '87571'],
  ['Elmira', 'NY', '14901'],
  ['Redding', 'CA', '96001'],
  ['Dover', 'DE', '19901'],
]
const CONDITIONS = [
  'Essential hypertension',
  'Type 2 diabetes mellitus',
  'Asthma, mild intermittent',
  'Seasonal allergic rhinitis',
  'Osteoarthritis of the knee',
  'Hypothyroidism',
  'Migraine without aura',
  'Iron deficiency anaemia',
  'Hyperlipidaemia',
  'Generalised anxiety disorder',
]
const PAYERS = ['Prairie Mutual Health', 'Lakeside Blue', 'Granite State Plan', 'Medicare', 'Harbor Care']
const TAGS = ['interpreter needed', 'fall risk', 'home visits', 'portal invited', 'recall due']
const LANGUAGES = ['en', 'en', 'en', 'en', 'es', 'es', 'vi', 'so', 'ar', 'zh']

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** A synthetic person. Numbers are from ranges that belong to nobody: 555-01xx telephones, SSNs from 900 up. */
export function syntheticPerson(rnd: () => number, n: number): RecordClasses {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rnd() * list.length)]!
  const female = rnd() < 0.51
  const given = [pick(female ? FEMALE : MALE), ...(rnd() < 0.4 ? [pick(female ? FEMALE : MALE)] : [])]
  const family =
    SYLLABLES.map((s) => pick(s)).join('') +
    (rnd() < 0.06
      ? `-${SYLLABLES.slice(0, 2)
          .map((s) => pick(s))
          .join('')}`
      : '')
  const [city, state, postalCode] = pick(TOWNS)
  const year = 1932 + Math.floor(rnd() * 90)
  const handle = `${given[0]}.${family}${n}`.toLowerCase()
  return {
    contact: {
      names: [{ use: 'official', given, family }],
      phones: [
        {
          use: rnd() < 0.7 ? 'mobile' : 'home',
          value: `+1${201 + Math.floor(rnd() * 780)}55501${pad(Math.floor(rnd() * 100), 2)}`,
        },
      ],
      emails: rnd() < 0.8 ? [{ use: 'home', value: `${handle}@example.com` }] : [],
      addresses: [
        {
          use: 'home',
          line: [`${1 + Math.floor(rnd() * 9800)} ${pick(STREETS)} Street`],
          city,
          state,
          postalCode,
          country: 'US',
        },
      ],
      language: pick(LANGUAGES),
      preferredContact: pick(['phone', 'sms', 'email', 'portal'] as const),
    },
    demographic: {
      birthDate: `${year}-${pad(1 + Math.floor(rnd() * 12), 2)}-${pad(1 + Math.floor(rnd() * 28), 2)}`,
      sex: female ? 'female' : 'male',
      tags: rnd() < 0.3 ? [pick(TAGS)] : [],
    },
    identifier: {
      ssn: `9${pad(Math.floor(rnd() * 100), 2)}${pad(1 + Math.floor(rnd() * 99), 2)}${pad(1 + Math.floor(rnd() * 9999), 4)}`,
      mrns: [{ value: `MG-${pad(n, 6)}` }],
      memberIds: [{ system: pick(PAYERS), value: `W${pad(Math.floor(rnd() * 1e9), 9)}` }],
      other: [],
    },
    clinical: {
      summary: `${pick(CONDITIONS)}. ${pick(CONDITIONS)}. Last visit ${2024 + Math.floor(rnd() * 3)}-0${1 + Math.floor(rnd() * 9)}-15; no open referrals.`,
    },
    financial: { payer: pick(PAYERS), plan: pick(['Bronze', 'Silver', 'Gold']) },
  }
}
