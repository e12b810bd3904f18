import type { Role } from '../../house/roles.ts'
import type { AuthorityNamed, PeopleStore } from './ports.ts'

/** The made-up people of the demonstration: one for each role, some for two teams. */
const madeUp: readonly {
  name: string
  roles: readonly Role[]
  team?: string
  officerId?: string
  workerId?: string
}[] = [
  { name: 'Marian Okafor', roles: ['iro_manager'], officerId: 'M1' },
  { name: 'Ifeanyi Price', roles: ['iro'], officerId: 'O1' },
  { name: 'Sunita Marsh', roles: ['iro'], officerId: 'O2' },
  { name: 'Tom Fairley', roles: ['fostering_iro'], officerId: 'F1' },
  { name: 'Bronwen Lyle', roles: ['business_support'] },
  { name: 'Kit Adeyemi', roles: ['social_worker'], team: 'North', workerId: 'SW1' },
  { name: 'Joss Bellamy', roles: ['social_worker'], team: 'North', workerId: 'SW2' },
  { name: 'Mina Tarrant', roles: ['social_worker'], team: 'South', workerId: 'SW3' },
  { name: 'Rosa Whitlock', roles: ['team_manager'], team: 'North' },
  { name: 'Alan Sedgwick', roles: ['senior_leader'] },
  { name: 'Wanjiru Bell', roles: ['analyst'] },
  { name: 'Piotr Hale', roles: ['administrator'] },
]

/** Enters the made-up people, each with an id that says who they are; those that are there stay as they are. */
export async function enterDemoPeople(people: PeopleStore, authority: AuthorityNamed): Promise<void> {
  const known = new Set((await people.all(authority.code)).map(({ personId }) => personId))
  for (const { name, roles, team, officerId, workerId } of madeUp) {
    const personId = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
    if (known.has(personId)) continue
    const value = {
      personId,
      name,
      email: `${personId}@hartsmere.example`,
      roles,
      team: team ?? null,
      officerId: officerId ?? null,
      workerId: workerId ?? null,
      identity: null,
      isActive: true,
    }
    await people.save(authority, { value, replaces: null, by: personId })
  }
}
