import { allRegisters } from '../rooms.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import {
  emptyWorkbook,
  exportRegisters,
  exportRegistersAsked,
  workbookAsked,
} from '../../registers/cli/exportRegisters.ts'
import { importRegisters, importRegistersAsked } from '../../registers/cli/importRegisters.ts'
import { openServices } from '../services.ts'

export const runImportRegisters = asking(importRegistersAsked, async (asked, context) => {
  const { registersImport } = await openServices(context)
  return importRegisters(asked, { registers: registersImport, authorityNamed })
})

export const runExportRegisters = asking(exportRegistersAsked, async (asked, context) => {
  const { registers } = await openServices(context)
  return exportRegisters(asked, { registers: allRegisters, store: registers, authorityNamed })
})

export const runEmptyWorkbook = asking(workbookAsked, (asked) => emptyWorkbook(asked, { registers: allRegisters }))
