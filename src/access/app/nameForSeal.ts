import type { Actor } from '../domain/actor.ts'
import type { Seal } from '../domain/seal.ts'
import type { AccessChange } from './ports.ts'

/** Names someone for a sealed record beside those named so far, has the managers told of it, and logs it. */
export async function nameForSeal(
  access: Pick<AccessChange, 'seal' | 'name' | 'note'>,
  { child, people, reason, knownFrom }: Seal,
  personId: string,
  by: Pick<Actor, 'personId'>,
): Promise<void> {
  const value = { child, people: [...new Set([...people, personId])], reason }
  const isSealed = await access.seal({ value, replaces: knownFrom, by: by.personId })
  if (!isSealed) throw new Error('the seal has changed although nobody else could change it')
  await access.name({ child, personId, namedBy: by.personId })
  const what = `named person ${personId} for the sealed record, which nobody else could manage`
  await access.note({ personId: by.personId, action: 'change', what, children: [child] })
}
