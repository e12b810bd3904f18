import { type Random, randomOf } from '../random.ts'

// Invented: put together from lists: a person of such a name is not meant.
interface Names {
  female: readonly string[]
  male: readonly string[]
  last: readonly string[]
}

const british: Names = {
  female: [
    'Ada', 'Beatrix', 'Cerys', 'Chloe', 'Edie', 'Ellie', 'Freya', 'Grace', 'Hattie', 'Imogen', 'Isla', 'Lowri', 'Mabel',
    'Megan', 'Poppy', 'Rhiannon', 'Saoirse', 'Tamsin', 'Una',
  ],
  male: [
    'Alfie', 'Arlo', 'Callum', 'Dafydd', 'Dylan', 'Finlay', 'Gethin', 'Harvey', 'Jago', 'Jake', 'Kian', 'Leo', 'Mason',
    'Oscar', 'Quentin', 'Rory', 'Silas', 'Theo', 'Wilf',
  ],
  last: [
    'Aldous', 'Ashdown', 'Barrowby', 'Bexley', 'Carrick', 'Coldharbour', 'Dunmore', 'Eastlake', 'Fennimore', 'Garside',
    'Hallowell', 'Ingleby', 'Kestrel', 'Larkfield', 'Marlowe', 'Netherby', 'Oakshott', 'Penrose', 'Quillen',
    'Ravensworth', 'Saltmarsh', 'Thistleton', 'Underhill', 'Vennacott', 'Wetherby', 'Yarrow',
  ],
} // prettier-ignore
const polish: Names = {
  female: ['Aleksandra', 'Hanna', 'Kinga', 'Maja', 'Oliwia', 'Zofia'],
  male: ['Antoni', 'Filip', 'Jakub', 'Kacper', 'Mateusz', 'Szymon'],
  last: ['Borek', 'Czajka', 'Gajda', 'Lipka', 'Mazur', 'Sowa', 'Wrona', 'Zawada'],
}
const southAsian: Names = {
  female: ['Aaliyah', 'Farida', 'Iqra', 'Meera', 'Nadia', 'Priya', 'Sana', 'Sunita'],
  male: ['Arjun', 'Bilal', 'Haris', 'Imran', 'Kabir', 'Rafi', 'Sameer', 'Tariq'],
  last: ['Akhtar', 'Begum', 'Chaudhry', 'Hussain', 'Malhotra', 'Mirza', 'Rahman', 'Sandhu', 'Varma'],
}
const african: Names = {
  female: ['Abeni', 'Ama', 'Chidinma', 'Efua', 'Folake', 'Nia', 'Thandi', 'Zola'],
  male: ['Ade', 'Emeka', 'Kofi', 'Kwame', 'Obinna', 'Sipho', 'Tunde', 'Yaw'],
  last: ['Adeyemi', 'Agyeman', 'Balogun', 'Boateng', 'Dlamini', 'Eze', 'Mensah', 'Okafor'],
}
const caribbean: Names = {
  female: ['Amara', 'Chantelle', 'Kezia', 'Naomi', 'Shanice', 'Tiana'],
  male: ['Andre', 'Isaiah', 'Jermaine', 'Malachi', 'Reuben', 'Tyrell'],
  last: ['Bogle', 'Campbell', 'Francis', 'Gayle', 'Lindo', 'Morant', 'Palmer', 'Reid'],
}
const middleEastern: Names = {
  female: ['Jamila', 'Leila', 'Mariam', 'Rojin', 'Selam', 'Shirin', 'Yasmin', 'Zara'],
  male: ['Abdi', 'Aram', 'Hamid', 'Idris', 'Karwan', 'Omid', 'Samir', 'Yusuf'],
  last: ['Ahmadi', 'Barzani', 'Farah', 'Haidari', 'Karimi', 'Nazari', 'Saleh', 'Tesfay'],
}
const chinese: Names = {
  female: ['Hui', 'Lan', 'Mei', 'Xia'],
  male: ['Bo', 'Jun', 'Ming', 'Wei'],
  last: ['Chan', 'Lau', 'Tang', 'Wong'],
}

/** Whose names fit an ethnicity of the return (ETHNIC). Mixed families take from two. */
const fitting: Readonly<Record<string, readonly Names[]>> = {
  WOTH: [polish], MWBC: [british, caribbean], MWBA: [british, african], MWAS: [british, southAsian],
  AIND: [southAsian], APKN: [southAsian], ABAN: [southAsian], AOTH: [middleEastern, southAsian], BCRB: [caribbean],
  BAFR: [african, middleEastern], BOTH: [african, caribbean], CHNE: [chinese], OOTH: [middleEastern],
} // prettier-ignore

const everyone = [british, british, british, southAsian, african, caribbean, polish]
const firstNames = everyone.flatMap(({ female, male }) => [...female, ...male])
const lastNames = everyone.flatMap(({ last }) => last)

const oneOf = (names: readonly string[], random: Random): string => random.oneOf(names)

/** A first name for someone of this sex whose family is of this ethnicity (ETHNIC). */
export const firstNameOf = (sex: 'female' | 'male', ethnicity: string, random: Random): string =>
  oneOf(
    (fitting[ethnicity] ?? [british]).flatMap((names) => names[sex]),
    random,
  )

/** A family name for a family of this ethnicity (ETHNIC). */
export const familyNameOf = (ethnicity: string, random: Random): string =>
  oneOf(
    (fitting[ethnicity] ?? [british]).flatMap(({ last }) => last),
    random,
  )

const firstName = (random: Random): string => oneOf(firstNames, random)
export const lastName = (random: Random): string => oneOf(lastNames, random)
export const fullName = (random: Random): string => `${firstName(random)} ${lastName(random)}`

/** An address that leads nowhere (RFC 2606). */
export const addressOf = (name: string, more = ''): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}${more}@example.org`

/** A number kept free for drama by Ofcom. */
export const mobileNumber = (random: Random): string => `07700 900${String(random.between(0, 999)).padStart(3, '0')}`

const SOCIAL_WORKER = 301

/** The social workers who can sign in to the demonstration; the others are made up by number. */
const knownWorkers: Readonly<Record<string, string>> = { SW1: 'Kit Adeyemi', SW2: 'Joss Bellamy', SW3: 'Mina Tarrant' }

/** The name of a social worker by their id in the return. */
export const socialWorkerName = (workerId: string, seed: number): string =>
  knownWorkers[workerId] ?? fullName(randomOf(seed, SOCIAL_WORKER, Number(workerId.slice(2))))
