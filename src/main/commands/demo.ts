import { allRegisters } from '../rooms.ts'
import { type Instant, type PlainDate, date } from '../../kernel/dates.ts'
import { listed } from '../../kernel/words.ts'
import { COMMAND_LINE_ID } from '../../access/domain/actor.ts'
import { enterDemoPeople } from '../../access/app/demoPeople.ts'
import { wayInOf } from '../../access/web/wayIn.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { Refusal } from '../../platform/refusal.ts'
import { learningServices } from '../../learning/services.ts'
import { reportingServices } from '../../reporting/services.ts'
import { prepareDemo } from '../../synthetic/cli/demo.ts'
import { prepareDemoDocuments } from '../../synthetic/cli/demoDocuments.ts'
import { chooseDemoRules } from '../../synthetic/cli/demoRules.ts'
import { prepareDemoRegisters } from '../../synthetic/cli/demoRegisters.ts'
import { makeUp, makeUpAsked } from '../../synthetic/cli/makeUp.ts'
import { accessServices } from '../../access/services.ts'
import { registerStoreOf, settingsStoreOf } from '../../house/services.ts'
import { returnsServices } from '../../returns/services.ts'
import { holidays, openHouse, today } from '../house.ts'
import { refusePortInUse } from '../web.ts'
import { serveAsked, serveUntilInterrupted } from './serve.ts'

/** `footprint demo`: the made-up authority, imported unless it is there, with the web application on it. */
export const runDemo = asking(serveAsked, async ({ port }, context) => {
  await refusePortInUse({ host: null, port })
  const configuration = await context.configuration()
  if (configuration.isProduction) {
    throw new Refusal('The demonstration makes children up. It does not write them into a database of production.')
  }
  const isForOneComputer = configuration.database.url === null && configuration.provider === null
  const wayIn = wayInOf({ ...configuration, hasDemoPeople: isForOneComputer || configuration.hasDemoPeople })
  const opened = await openHouse(context)
  const { returns, importReturn, registersImport } = returnsServices(opened.house)
  const imported = await prepareDemo({
    authority: demoAuthority,
    holidays,
    today: today(),
    imports: async (authority) =>
      (await returns.imports(authority)).map(({ year, recordedAt }) => ({ year, on: dayOf(recordedAt) })),
    importReturn,
    progress: context.progress,
  })
  await chooseDemoRules(settingsStoreOf(opened.house), demoAuthority, COMMAND_LINE_ID)
  const hasNewRegisters = await prepareDemoRegisters({
    authority: demoAuthority,
    holidays,
    today: today(),
    registers: allRegisters,
    store: registerStoreOf(opened.house),
    registersImport,
    progress: context.progress,
  })
  if (wayIn.kind === 'demo') await enterDemoPeople(accessServices(opened.house).people, demoAuthority)
  const reporting = reportingServices(opened.house)
  const published = await prepareDemoDocuments({
    authority: demoAuthority,
    today: today(),
    products: learningServices(opened.house).productsOn(today),
    publishing: reporting.publishingOn(today),
    words: reporting.words,
    progress: context.progress,
  })
  context.progress.stop()
  const { name, code } = demoAuthority
  const brought = hasNewRegisters ? [...imported, 'the registers'] : imported
  await context.print(
    brought.length === 0
      ? `${name} (${code}) is there already.\n`
      : `Imported ${name} (${code}): ${listed(brought)}. Every child in it is made up.\n`,
  )
  if (published.length > 0) await context.print(`Published: ${listed(published)}.\n`)
  return serveUntilInterrupted(opened, context, wayIn, { host: null, port })
})

/** `footprint make-up`: the returns of a made-up authority, written as files. */
export const runMakeUp = asking(makeUpAsked, (asked, context) =>
  Promise.resolve(
    makeUp(asked, {
      holidays,
      onProgress: (children) => {
        context.progress.at(`Making up children (${children.toLocaleString('en-GB')} so far)`, 0, 1)
      },
    }),
  ),
)

const dayOf = (moment: Instant): PlainDate => date(moment.toZonedDateTimeISO('Europe/London').toPlainDate().toString())
