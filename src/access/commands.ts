import { type RoomCommand, authorityOption } from '../house/command.ts'

/** The commands of this room. */
export const accessCommands: readonly RoomCommand[] = [
  {
    name: 'settings',
    summary: 'Show what an authority does its own way, or set it',
    options: [
      authorityOption,
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
    order: 130,
    load: async (line) => (await import('./cli/run.ts')).runSettings(line),
  },
  {
    name: 'people add',
    summary:
      'Enter a person who may sign in. The first administrator comes in this way; others can be added in the pages.',
    options: [
      authorityOption,
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
    order: 140,
    load: async (line) => (await import('./cli/run.ts')).runPeopleAdd(line),
  },
  {
    name: 'people list',
    summary: 'Who may sign in, and what each may do',
    options: [authorityOption, { flags: '--format <format>', summary: 'table or json (default: table)' }],
    example: 'footprint people list --authority Westminster',
    order: 150,
    load: async (line) => (await import('./cli/run.ts')).runPeopleList(line),
  },
  {
    name: 'audit check',
    summary:
      'Check that the log of who looked at which record is as it was written, and name the first entry that is not',
    options: [
      authorityOption,
      { flags: '--noted <entry>', summary: 'an entry’s number and fingerprint as an earlier check gave them' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint audit check --authority Westminster',
    order: 160,
    load: async (line) => (await import('./cli/run.ts')).runAuditCheck(line),
  },
]
