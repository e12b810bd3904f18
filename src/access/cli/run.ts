import type { CommandLine } from '../../house/command.ts'
import { settingsStoreOf } from '../../house/services.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { COMMAND_LINE_ID } from '../domain/actor.ts'
import { accessServices } from '../services.ts'
import { auditCheck, auditCheckAsked } from './auditCheck.ts'
import { addPerson, addPersonAsked, listPeople, listPeopleAsked } from './people.ts'
import { settings, settingsAsked } from './settings.ts'

/** `footprint people add`. */
export const runPeopleAdd = ({ open }: CommandLine) =>
  asking(addPersonAsked, async (asked, context) => {
    const { people, savePerson } = accessServices(await open(context))
    return addPerson(asked, { people, savePerson, authorityNamed })
  })

/** `footprint people list`. */
export const runPeopleList = ({ open }: CommandLine) =>
  asking(listPeopleAsked, async (asked, context) => {
    const { people, savePerson } = accessServices(await open(context))
    return listPeople(asked, { people, savePerson, authorityNamed })
  })

/** `footprint audit check`. */
export const runAuditCheck = ({ open }: CommandLine) =>
  asking(auditCheckAsked, async (asked, context) =>
    auditCheck(asked, { log: accessServices(await open(context)).log, authorityNamed }),
  )

/** `footprint settings`. */
export const runSettings = async ({ open, settings: loadSettings }: CommandLine) => {
  const all = await loadSettings()
  return asking(settingsAsked(all), async (asked, context) => {
    const store = settingsStoreOf(await open(context))
    return settings(asked, { store, all, by: COMMAND_LINE_ID, authorityNamed })
  })
}
