import type { CommandLine } from '../../house/command.ts'
import { registerStoreOf, textsPort } from '../../house/services.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import {
  emptyWorkbook,
  exportRegisters,
  exportRegistersAsked,
  workbookAsked,
} from '../../registers/cli/exportRegisters.ts'
import { importRegisters, importRegistersAsked } from '../../registers/cli/importRegisters.ts'
import { returnsServices } from '../services.ts'
import { importEpep, importEpepAsked } from './importEpep.ts'
import { importAsked, importSsda903 } from '../ssda903/cli/importSsda903.ts'

/** `footprint import ssda903`. */
export const runImportSsda903 = ({ open }: CommandLine) =>
  asking(importAsked, async (asked, context) => {
    const { importReturn } = returnsServices(await open(context))
    return importSsda903(asked, { importReturn, authorityNamed, progress: context.progress })
  })

/** `footprint import registers`. */
export const runImportRegisters = ({ open }: CommandLine) =>
  asking(importRegistersAsked, async (asked, context) =>
    importRegisters(asked, { registers: returnsServices(await open(context)).registersImport, authorityNamed }),
  )

/** `footprint import e-pep`. */
export const runImportEpep = ({ open }: CommandLine) =>
  asking(importEpepAsked, async (asked, context) =>
    importEpep(asked, { registers: returnsServices(await open(context)).registersImport, authorityNamed }),
  )

/** `footprint export registers`. */
export const runExportRegisters = ({ open, registers }: CommandLine) =>
  asking(exportRegistersAsked, async (asked, context) => {
    const house = await open(context)
    const texts = () => textsPort.of(house)
    return exportRegisters(asked, {
      registers: await registers(),
      store: registerStoreOf(house),
      texts,
      authorityNamed,
    })
  })

/** `footprint registers workbook`. */
export const runEmptyWorkbook = ({ registers }: CommandLine) =>
  asking(workbookAsked, async (asked) => emptyWorkbook(asked, { registers: await registers() }))
