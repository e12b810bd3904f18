import { type Random, randomOf } from '../random.ts'

// Invented: put together from lists, whoever bears such a name is not meant.
const firstNames = [
  'Ada', 'Amara', 'Arlo', 'Beatrix', 'Callum', 'Cerys', 'Dafydd', 'Delphine', 'Edie', 'Emeka', 'Farida', 'Finlay',
  'Gethin', 'Hattie', 'Idris', 'Imogen', 'Jago', 'Jamila', 'Kofi', 'Leila', 'Lowri', 'Mabel', 'Malik', 'Nia', 'Oscar',
  'Priya', 'Quentin', 'Rafi', 'Rhiannon', 'Saoirse', 'Silas', 'Tamsin', 'Tariq', 'Una', 'Wilf', 'Yusuf', 'Zara',
] // prettier-ignore
const lastNames = [
  'Aldous', 'Ashdown', 'Barrowby', 'Bexley', 'Carrick', 'Coldharbour', 'Dunmore', 'Eastlake', 'Fennimore', 'Garside',
  'Hallowell', 'Ingleby', 'Kestrel', 'Larkfield', 'Marlowe', 'Netherby', 'Oakshott', 'Penrose', 'Quillen', 'Ravensworth',
  'Saltmarsh', 'Thistleton', 'Underhill', 'Vennacott', 'Wetherby', 'Yarrow',
] // prettier-ignore

const oneOf = (names: readonly string[], random: Random): string => random.oneOf(names)

export const firstName = (random: Random): string => oneOf(firstNames, random)
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
