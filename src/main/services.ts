import { namedByRegisters } from '../reviews/domain/namedByRegisters.ts'
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type BankHolidays, bankHolidaysFromFile } from '../calendar/bankHolidays.ts'
import holidayFile from '../calendar/bank-holidays-england.json' with { type: 'json' }
import { type World, worldOf } from '../children/domain/world.ts'
import { lastDayToCount } from '../calendar/reportingYear.ts'
import { type Instant, type PlainDate, date, instant } from '../kernel/dates.ts'
import { MemoryBudget } from '../kernel/memoryBudget.ts'
import { type Caseload, makeCaseload } from '../caseload/app/caseload.ts'
import { makeWorlds, type Worlds } from '../children/app/worlds.ts'
import { makeRegistersReader } from '../world/app/registersReader.ts'
import { clocksOf, figuresOf, findingsOf, registersOf, rooms as allRooms } from './rooms.ts'
import type { Room } from '../house/room.ts'
import type { Outbox, Providers } from '../messages/app/ports.ts'
import { makeProviders } from '../messages/providers/providers.ts'
import { authorityNamed } from '../platform/authorities.ts'
import type { CommandContext } from '../platform/cli/command.ts'
import type { Changing } from '../access/app/changeRecords.ts'
import { defaultMemoryBudget } from '../platform/configuration.ts'
import { type Documents, makeDocuments } from '../access/app/documents.ts'
import { makeDocumentStore } from '../documents/db/documentStore.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { makeInOneTransaction } from '../platform/database/unit.ts'
import { type RegistersImport, makeRegistersImport } from '../registers/app/importRegisters.ts'
import type { RegisterStore } from '../registers/app/ports.ts'
import type { RegistersRunStore } from '../registers/app/registersRuns.ts'
import { makeRegistersRunStore } from '../registers/db/registersRuns.ts'
import { makeRegisterStore } from '../registers/db/registerStore.ts'
import { readRegisters } from '../registers/read/readRegisters.ts'
import { type AnnualReport, makeAnnualReport } from '../reporting/app/annualReport.ts'
import type { WordsStore } from '../reporting/app/ports.ts'
import { makeWordsStore } from '../reporting/db/wordsStore.ts'
import { type AllFindings, makeAllFindings } from '../returns/ssda903/app/allFindings.ts'
import { type ImportReturn, makeImportReturn } from '../returns/ssda903/app/importReturn.ts'
import type { ReturnStore } from '../returns/ssda903/app/ports.ts'
import type { ImportRunStore } from '../returns/ssda903/app/importRuns.ts'
import type { HistoryFindings } from '../returns/ssda903/app/returnFindings.ts'
import { makeChildrenKnown } from '../returns/ssda903/db/childrenKnown.ts'
import { makeImportRunStore } from '../returns/ssda903/db/importRuns.ts'
import { makeRecordStore } from '../returns/ssda903/db/recordStore.ts'
import { makeReturnStore } from '../returns/ssda903/db/returnStore.ts'
import { mergeDocuments } from '../returns/ssda903/domain/merge.ts'
import { type ValidateStored, makeValidateStored } from '../returns/ssda903/validate/app/storedValidation.ts'
import { readReturn } from '../returns/ssda903/read/readReturn.ts'
import { type ChangeSettings, makeChangeSettings } from '../settings/app/changeSettings.ts'
import type { SettingsStore } from '../settings/app/ports.ts'
import { makeSettingsStore } from '../settings/db/settingsStore.ts'
import type { Settings } from '../settings/settings.ts'
import type { FigureList } from '../world/figures.ts'
import { type InvitingServices, invitingServicesOn } from './inviting.ts'
import { type MessageServices, messageServicesOn } from './messages.ts'
import { type PeopleServices, peopleServicesOn } from './people.ts'

/** The bank holidays of England that Footprint ships. */
export const holidays: BankHolidays = bankHolidaysFromFile(holidayFile)

/** Today where the authorities are. */
export const today = (): PlainDate => date(Temporal.Now.plainDateISO('Europe/London').toString())

export const now = (): Instant => instant(Temporal.Now.instant().toString())

/** Everything that commands and pages work with, on one database. */
export interface Services extends PeopleServices, MessageServices, InvitingServices {
  database: Database
  /** The rooms whose registers are kept and whose panels and tasks are shown. */
  rooms: readonly Room<World>[]
  settings: SettingsStore
  /** An authority's settings as they are now. */
  settingsOf: (authority: string) => Promise<Settings>
  changeSettings: ChangeSettings
  returns: ReturnStore
  worlds: Worlds
  /** The figures of all rooms. */
  figures: FigureList<World>
  importReturn: ImportReturn
  importRuns: ImportRunStore
  registers: RegisterStore
  /** What every change of records works with. */
  changing: Changing
  registersImport: RegistersImport
  registersRuns: RegistersRunStore
  findings: AllFindings
  /** What the return's own rules say of a stored year. */
  validateStored: ValidateStored
  words: WordsStore
  annualReport: AnnualReport
  /** Writes reports of what is seen of the records, where someone may not see all. */
  annualReportOf: (seen: Worlds) => AnnualReport
  /** Drafts and issues of documents, of the children known on this day. */
  documentsOn: (today: () => PlainDate) => Documents
  /** Officers, and whose child is whose, as on this day. */
  caseloadOn: (today: () => PlainDate) => Caseload
}

/** Opens the database, to be closed when the command ends, and joins the services on it. */
export async function openServices(
  context: Pick<CommandContext, 'configuration' | 'atEnd'>,
): Promise<Services & { databaseUrl: string }> {
  const configuration = await context.configuration()
  const { database, url, close } = await openDatabase(configuration.database)
  context.atEnd(close)
  const providers = makeProviders(configuration.messages)
  const budget = new MemoryBudget(configuration.memoryBudget)
  return { ...servicesOn(database, { providers, budget }), databaseUrl: url }
}

/** What services rest on besides the database. */
export interface Surroundings {
  /** The rooms; all there are unless said otherwise. */
  rooms?: readonly Room<World>[]
  /** Who carries messages; nobody unless said otherwise. */
  providers?: Providers
  /** Where messages are put; into the database unless said otherwise. */
  outbox?: Outbox
  /** How much may be remembered; the default's share of this process's memory unless said otherwise. */
  budget?: MemoryBudget
}

/** The services on a database that is open. */
export function servicesOn(
  database: Database,
  { providers = {}, rooms = allRooms, budget = new MemoryBudget(defaultMemoryBudget()), ...given }: Surroundings = {},
): Services {
  const allRegisters = registersOf(rooms)
  const clocks = clocksOf(rooms)
  const figures = figuresOf(rooms)
  const odd = findingsOf(rooms)
  const settings = makeSettingsStore(database, budget)
  const returns = makeReturnStore(database)
  const records = makeRecordStore(database, mergeDocuments, budget)
  const registers = makeRegisterStore(database, budget)
  const registersImport = makeRegistersImport({
    registers: allRegisters,
    read: readRegisters,
    store: registers,
    outside: { child: makeChildrenKnown(database) },
  })
  const registersReader = makeRegistersReader(registers, allRegisters, budget)
  const worlds = makeWorlds(records, settings.read, holidays, clocks, registersReader, namedByRegisters, budget)
  const historyFindings: HistoryFindings = async (authority, year) => {
    const own = await settings.read(authority, null)
    const asAt = lastDayToCount(year, today())
    return (records) => {
      const world = worldOf(records, year, asAt, own, holidays, clocks)
      return world.histories.flatMap(({ record }) => odd.ofChild(world, record.child))
    }
  }
  const importReturn = makeImportReturn({ read: readReturn, store: returns, historyFindings })
  const importRuns = makeImportRunStore(database)
  const ofReturns = makeAllFindings(returns, records.versions, historyFindings, budget)
  const oddInRegisters = (world: World) => world.histories.flatMap(({ record }) => odd.ofRegisters(world, record.child))
  const findings: AllFindings = {
    ofAuthority: async (authority, asAt) => [
      ...(await ofReturns.ofAuthority(authority, asAt)),
      ...oddInRegisters(await worlds.ofAll(authority, asAt, null)),
    ],
    ofChild: async (authority, child, asAt) => [
      ...(await ofReturns.ofChild(authority, child, asAt)),
      ...oddInRegisters(await worlds.ofChild(authority, child, asAt, null)),
    ],
  }
  const words = makeWordsStore(database)
  const annualReportOf: Services['annualReportOf'] = (seen) =>
    makeAnnualReport({ worlds: seen, returns, words, today, figures, findings: odd })
  const peopleServices = peopleServicesOn(database, worlds, allRegisters, today, budget)
  const messageServices = messageServicesOn(database, {
    providers,
    settings: settings.read,
    sightOf: peopleServices.sightOf,
    now,
  })
  const outbox = given.outbox ?? messageServices.outbox
  const { log } = peopleServices
  const changing: Changing = { inOneTransaction: makeInOneTransaction(database), store: registers, log }
  const facts = (authority: string) => registersReader(authority, null)
  return {
    database,
    rooms,
    settings,
    settingsOf: (authority) => settings.read(authority, null),
    changeSettings: makeChangeSettings(settings),
    returns,
    worlds,
    figures,
    importReturn,
    importRuns,
    registers,
    changing,
    registersImport,
    registersRuns: makeRegistersRunStore(database),
    findings,
    validateStored: makeValidateStored(returns, records.versions, budget),
    words,
    annualReport: annualReportOf(worlds),
    annualReportOf,
    ...peopleServices,
    ...messageServices,
    ...invitingServicesOn(database, { ...peopleServices, facts, changing, settings, outbox }),
    documentsOn: (day) =>
      makeDocuments({
        kinds: rooms.flatMap(({ documents = [] }) => documents),
        store: makeDocumentStore(database),
        ...peopleServices,
        changing,
        today: day,
        now,
        newId: randomUUID,
      }),
    caseloadOn: (day) => makeCaseload({ ...changing, ...peopleServices, outbox, today: day }),
    outbox,
  }
}

/** What the commands on figures and deadlines are given. */
export const overviewDeps = ({ worlds, figures }: Services) => ({
  worlds,
  figures,
  authorityOf: (codeOrName: string) => Promise.resolve(authorityNamed(codeOrName).code),
  today,
  now,
})
