import type { SheetToWrite } from '../../platform/xlsx.ts'
import { explained } from '../explain.ts'
import type { Register } from '../register.ts'

/** The sheet of a workbook that explains the others: no register. */
export const NOTES_SHEET = 'Notes'

/** What each sheet is, and what each of its columns takes. */
export const notesSheet = (registers: readonly Register[]): SheetToWrite => ({
  name: NOTES_SHEET,
  heads: ['sheet', 'column', 'filled in', 'takes', 'meaning'],
  rows: registers.flatMap((register) => [
    [register.name, '', '', '', register.summary],
    ...explained(register).map(({ name, isMandatory, takes, meaning }) => [
      register.name,
      name,
      isMandatory ? 'always' : '',
      takes,
      meaning,
    ]),
  ]),
})
