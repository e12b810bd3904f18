import { auditCheck, auditCheckAsked } from '../../access/cli/auditCheck.ts'
import { addPerson, addPersonAsked, listPeople, listPeopleAsked } from '../../access/cli/people.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { openServices } from '../services.ts'

export const runPeopleAdd = asking(addPersonAsked, async (asked, context) => {
  const { people, savePerson } = await openServices(context)
  return addPerson(asked, { people, savePerson, authorityNamed })
})

export const runPeopleList = asking(listPeopleAsked, async (asked, context) => {
  const { people, savePerson } = await openServices(context)
  return listPeople(asked, { people, savePerson, authorityNamed })
})

export const runAuditCheck = asking(auditCheckAsked, async (asked, context) => {
  const { log } = await openServices(context)
  return auditCheck(asked, { log, authorityNamed })
})
