import { type RoomCommand, authorityOption, yearOption } from '../house/command.ts'

/** The commands of this room. */
export const returnsCommands: readonly RoomCommand[] = [
  {
    name: 'import ssda903',
    summary: 'Import one year’s SSDA903 return. A later import of the same year replaces it; what it was stays known.',
    argument: { name: 'path', summary: 'a folder or zip of the return’s CSV files, or its XML' },
    options: [
      authorityOption,
      yearOption,
      { flags: '--preview', summary: 'say what importing would change and find, and store nothing' },
      { flags: '--empty-year', summary: 'import a return without rows too: all children go from the year' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint import ssda903 returns/2022-23 --authority Westminster --year 2022-23',
    order: 10,
    load: async (line) => (await import('./cli/run.ts')).runImportSsda903(line),
  },
  {
    name: 'import registers',
    summary:
      'Import the service’s own registers: officers, allocations, reviews and so on. Rows not sent stay as they are.',
    argument: { name: 'path', summary: 'a folder or zip of CSV files, one CSV file, or an Excel workbook' },
    options: [
      authorityOption,
      { flags: '--preview', summary: 'say what importing would change, and store nothing' },
      { flags: '--keep-valid-rows', summary: 'store the rows with nothing wrong, and list the others' },
      { flags: '--with-text', summary: 'take in the texts of records too; otherwise they are checked and not stored' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint import registers registers/2022-23 --authority Westminster',
    order: 20,
    load: async (line) => (await import('./cli/run.ts')).runImportRegisters(line),
  },
  {
    name: 'import e-pep',
    summary: 'Import personal education plans from a file of an e-PEP system, with the day of its extract',
    argument: { name: 'path', summary: 'a CSV file with a row for each child: their id, and the date of the plan' },
    options: [
      authorityOption,
      { flags: '--extracted <date>', summary: 'the day of the extract', isRequired: true },
      { flags: '--child-column <name>', summary: 'the column with the child’s id (default: the names in use)' },
      { flags: '--date-column <name>', summary: 'the column with the date of the plan (default: the names in use)' },
      { flags: '--preview', summary: 'say what importing would change, and store nothing' },
      { flags: '--keep-valid-rows', summary: 'store the rows with nothing wrong, and list the others' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint import e-pep pep.csv --authority Westminster --extracted 2023-03-31',
    order: 25,
    load: async (line) => (await import('./cli/run.ts')).runImportEpep(line),
  },
  {
    name: 'export registers',
    summary: 'Write the registers as they are now, in the shape in which they are imported',
    options: [
      authorityOption,
      { flags: '--out <folder>', summary: 'the folder to write them into', isRequired: true },
      { flags: '--with-text', summary: 'give back the texts of records too' },
      { flags: '--format <formats>', summary: 'csv, xlsx or both (default: csv)' },
    ],
    example: 'footprint export registers --authority Westminster --out registers --format csv,xlsx',
    order: 30,
    load: async (line) => (await import('./cli/run.ts')).runExportRegisters(line),
  },
  {
    name: 'registers workbook',
    summary: 'Write an empty workbook of the registers, to fill in. Needs no database.',
    options: [{ flags: '--out <file>', summary: 'the workbook to write', isRequired: true }],
    example: 'footprint registers workbook --out registers.xlsx',
    order: 40,
    load: async (line) => (await import('./cli/run.ts')).runEmptyWorkbook(line),
  },
  {
    name: 'validate ssda903',
    summary:
      'Check a return by the rules of its collection. Rules that fail are the answer, no error: the exit status is 0. Needs no database and stores nothing.',
    argument: { name: 'path', summary: 'a folder or zip of the return’s CSV files, or its XML' },
    options: [
      {
        flags: '--collection <year>',
        summary: '2025-26: the collection’s year, 1 April to 31 March',
        isRequired: true,
      },
      { flags: '--ruleset <year>', summary: 'the rules of this year (default: the collection’s own, or the nearest)' },
      { flags: '--previous <path>', summary: 'last year’s return, for the rules that compare the two' },
      { flags: '--rule <code>', summary: 'only this rule; may be given several times', isRepeatable: true },
      {
        flags: '--reference <folder>',
        summary: 'a folder with providers.csv and postcodes.csv, for the rules that need them',
      },
      { flags: '--authority <code or name>', summary: 'whose return it is: some rules ask what lies in its own area' },
      { flags: '--format <format>', summary: 'table, json, csv or xlsx (default: table)' },
      { flags: '--out <file>', summary: 'the file to write, instead of standard output' },
    ],
    example: 'footprint validate ssda903 returns/2025-26 --collection 2025-26 --previous returns/2024-25',
    order: 50,
    load: async () => (await import('./cli/runValidate.ts')).runValidateSsda903,
  },
]
