import { randomInt } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeCourt } from './app/court.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 8

/** A reference for new proceedings, which tells nothing of others. */
const newRef = (): string => `P-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** What is written down of the court, on a day. */
export const courtServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return { courtOn: (today: () => PlainDate) => makeCourt({ ...changing, seenWorlds, today, newRef }) }
})
