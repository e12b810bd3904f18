import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeSaveName } from './app/childName.ts'
import { makeWriteChoices } from './app/choices.ts'
import { makeSaveContact } from './app/contacts.ts'

/** What is written down of the people involved with a child and what the child wants, on a day. */
export const participationServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return {
    participationOn: (today: () => PlainDate) => ({
      saveContact: makeSaveContact({ ...changing, seenWorlds, today }),
      saveName: makeSaveName({ ...changing, seenWorlds, today }),
      writeChoices: makeWriteChoices({ ...changing, seenWorlds, today }),
    }),
  }
})
