import type { Command, CommandOption } from '../platform/cli/command.ts'

const authority: CommandOption = {
  flags: '--authority <code or name>',
  summary: 'the authority: GSS code or name',
  isRequired: true,
}
const year: CommandOption = {
  flags: '--year <year>',
  summary: '2022-23: 1 April 2022 to 31 March 2023',
  isRequired: true,
}
const asAt: CommandOption = {
  flags: '--as-at <date>',
  summary: 'the day to look from (default: the last day of the year, or today while it is not over)',
}
const knownAt: CommandOption = { flags: '--known-at <time>', summary: 'as it was known then (default: now)' }
const format: CommandOption = { flags: '--format <format>', summary: 'table, json or csv (default: table)' }

/** What the words that several commands begin with are for. */
export const groups = {
  import: 'Import data',
  export: 'Write data out again',
  registers: 'The service’s own registers',
  validate: 'Check data, without a database',
  people: 'Who may sign in',
  audit: 'The log of who looked at which record',
}

/** Every command. What each runs is loaded only when it runs. */
export const commands: readonly Command[] = [
  {
    name: 'import ssda903',
    summary: 'Import one year’s SSDA903 return. A later import of the same year replaces it; what it was stays known.',
    argument: { name: 'path', summary: 'a folder or zip of the return’s CSV files, or its XML' },
    options: [
      authority,
      year,
      { flags: '--preview', summary: 'say what importing would change and find, and store nothing' },
      { flags: '--empty-year', summary: 'import a return without rows too: all children go from the year' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint import ssda903 returns/2022-23 --authority Westminster --year 2022-23',
    load: async () => (await import('./commands/records.ts')).runImportSsda903,
  },
  {
    name: 'import registers',
    summary:
      'Import the service’s own registers: officers, allocations, reviews and so on. Rows not sent stay as they are.',
    argument: { name: 'path', summary: 'a folder or zip of CSV files, one CSV file, or an Excel workbook' },
    options: [
      authority,
      { flags: '--preview', summary: 'say what importing would change, and store nothing' },
      { flags: '--keep-valid-rows', summary: 'store the rows with nothing wrong, and list the others' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint import registers registers/2022-23 --authority Westminster',
    load: async () => (await import('./commands/registers.ts')).runImportRegisters,
  },
  {
    name: 'export registers',
    summary: 'Write the registers as they are now, in the shape in which they are imported',
    options: [
      authority,
      { flags: '--out <folder>', summary: 'the folder to write them into', isRequired: true },
      { flags: '--format <formats>', summary: 'csv, xlsx or both (default: csv)' },
    ],
    example: 'footprint export registers --authority Westminster --out registers --format csv,xlsx',
    load: async () => (await import('./commands/registers.ts')).runExportRegisters,
  },
  {
    name: 'registers workbook',
    summary: 'Write an empty workbook of the registers, to fill in. Needs no database.',
    options: [{ flags: '--out <file>', summary: 'the workbook to write', isRequired: true }],
    example: 'footprint registers workbook --out registers.xlsx',
    load: async () => (await import('./commands/registers.ts')).runEmptyWorkbook,
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
    load: async () => (await import('./commands/validation.ts')).runValidateSsda903,
  },
  {
    name: 'figures',
    summary: 'The figures of a year',
    options: [
      authority,
      year,
      asAt,
      knownAt,
      { flags: '--id <id>', summary: 'only this figure; may be given several times', isRepeatable: true },
      format,
    ],
    example: 'footprint figures --authority Westminster --year 2022-23 --id reviews.on_time',
    load: async () => (await import('./commands/overview.ts')).runFigures,
  },
  {
    name: 'records',
    summary: 'The records behind one figure: each with its child, its dates and whether it counts',
    options: [
      authority,
      year,
      { flags: '--figure <id>', summary: 'the figure’s id, as figures lists it', isRequired: true },
      asAt,
      knownAt,
      format,
    ],
    example: 'footprint records --authority Westminster --year 2022-23 --figure reviews.on_time --format csv',
    load: async () => (await import('./commands/overview.ts')).runRecords,
  },
  {
    name: 'due',
    summary: 'Every deadline open on a day: what, for whom, due when, why, how late',
    options: [
      authority,
      { ...asAt, summary: 'the day to look from (default: today)' },
      knownAt,
      { flags: '--within <days>', summary: 'only what is due by then, and what is overdue' },
      format,
    ],
    example: 'footprint due --authority Westminster --within 14',
    load: async () => (await import('./commands/overview.ts')).runDue,
  },
  {
    name: 'report',
    summary: 'The annual report of a year, and the figures it is made of',
    options: [
      authority,
      year,
      { flags: '--out <folder>', summary: 'the folder to write it into', isRequired: true },
      { flags: '--format <formats>', summary: 'one or more of html, docx, csv, json (default: html,docx)' },
      { ...asAt, summary: 'the last day to count (default: the last day of the year, or today while it is not over)' },
      knownAt,
      { flags: '--suppress-small', summary: 'hide numbers from 1 to 5, for a report that the public may read' },
    ],
    example: 'footprint report --authority Westminster --year 2022-23 --out reports --format html,docx',
    load: async () => (await import('./commands/reporting.ts')).runReport,
  },
  {
    name: 'serve',
    summary: 'The web application. For this computer only, unless people sign in (see the operator’s guide).',
    options: [
      { flags: '--port <number>', summary: 'the port to listen on (default: 3000)' },
      { flags: '--host <address>', summary: 'the address to listen on, where people sign in (default: 127.0.0.1)' },
    ],
    example: 'footprint serve --port 3000',
    load: async () => (await import('./commands/serve.ts')).runServe,
  },
  {
    name: 'demo',
    summary: 'The web application on a made-up authority, with returns up to today. No child in it is real.',
    options: [{ flags: '--port <number>', summary: 'the port to listen on (default: 3000)' }],
    example: 'footprint demo',
    load: async () => (await import('./commands/demo.ts')).runDemo,
  },
  {
    name: 'make-up',
    summary: 'Write the returns of a made-up authority, the same for the same seed. Needs no database.',
    options: [
      { flags: '--children <number>', summary: 'how many children it looks after at a time, about', isRequired: true },
      { flags: '--from <year>', summary: 'the first year, like 2022-23', isRequired: true },
      { flags: '--to <year>', summary: 'the last year (default: the first)' },
      { flags: '--until <date>', summary: 'the last day that the last year’s return knows of (default: 31 March)' },
      {
        flags: '--out <folder>',
        summary: 'the folder to write them into, each year in one of its own',
        isRequired: true,
      },
      { flags: '--seed <number>', summary: 'another number makes other children (default: 1)' },
      {
        flags: '--history <extent>',
        summary: 'year_only, as real returns, or carried: with all that led up to the year (default: year_only)',
      },
      { flags: '--oddities <kinds>', summary: 'what to put wrong on purpose: all, or kinds with commas between them' },
      { flags: '--odd-share <share>', summary: 'with which share of the children, from 0 to 1 (default: 0.05)' },
      { flags: '--registers', summary: 'write the service’s registers too, as they are on the last day' },
      { flags: '--format <format>', summary: 'csv or xml (default: csv)' },
    ],
    example: 'footprint make-up --children 300 --from 2022-23 --to 2025-26 --seed 7 --out made-up --oddities all',
    load: async () => (await import('./commands/demo.ts')).runMakeUp,
  },
  {
    name: 'settings',
    summary: 'Show what an authority does its own way, or set it',
    options: [
      authority,
      { flags: '--preset <name>', summary: 'take over the named set of local rules' },
      { flags: '--file <path>', summary: 'take the settings from this JSON file, in place of those set before' },
      {
        flags: '--population <year=number>',
        summary: 'residents aged 0 to 17, like 2022-23=148000; may be given several times',
        isRepeatable: true,
      },
      { flags: '--population-source <text>', summary: 'which estimate that is' },
    ],
    example:
      'footprint settings --authority Westminster --population 2022-23=37000 --population-source "ONS mid-2022 estimate"',
    load: async () => (await import('./commands/records.ts')).runSettings,
  },
  {
    name: 'people add',
    summary:
      'Enter a person who may sign in. The first administrator comes in this way; others can be added in the pages.',
    options: [
      authority,
      { flags: '--name <name>', summary: 'the person’s name', isRequired: true },
      { flags: '--email <address>', summary: 'of the work account that they sign in with', isRequired: true },
      {
        flags: '--role <role>',
        summary: 'what they are; may be given several times',
        isRequired: true,
        isRepeatable: true,
      },
      { flags: '--team <name>', summary: 'their team' },
      { flags: '--officer <id>', summary: 'their id in the register of officers' },
      { flags: '--worker <id>', summary: 'their id as a social worker in the return (SW_ID)' },
    ],
    example:
      'footprint people add --authority Westminster --name "Ada Adams" --email ada@example.gov.uk --role administrator',
    load: async () => (await import('./commands/people.ts')).runPeopleAdd,
  },
  {
    name: 'people list',
    summary: 'Who may sign in, and what each may do',
    options: [authority, { flags: '--format <format>', summary: 'table or json (default: table)' }],
    example: 'footprint people list --authority Westminster',
    load: async () => (await import('./commands/people.ts')).runPeopleList,
  },
  {
    name: 'audit check',
    summary:
      'Check that the log of who looked at which record is as it was written, and name the first entry that is not',
    options: [
      authority,
      { flags: '--noted <entry>', summary: 'an entry’s number and fingerprint as an earlier check gave them' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint audit check --authority Westminster',
    load: async () => (await import('./commands/people.ts')).runAuditCheck,
  },
  {
    name: 'migrate',
    summary: 'Bring the database’s tables up to date. Every command does so where its user may.',
    options: [],
    example: 'FOOTPRINT_DATABASE_OWNER_URL=postgresql://owner@host/footprint footprint migrate',
    load: async () => (await import('./commands/records.ts')).runMigrate,
  },
]
