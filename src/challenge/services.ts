import { randomInt } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeChallenges } from './app/challenges.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 8

/** A reference for a new challenge. It tells nothing of how many there are: some may be hidden. */
const newRef = (): string => `C-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** What people do about challenges, on a day. */
export const challengeServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return { challengesOn: (today: () => PlainDate) => makeChallenges({ ...changing, seenWorlds, today, newRef }) }
})
