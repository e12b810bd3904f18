/** Imports one return in a process of its own, so that its memory can be told: `node importOnce.ts URL CODE YEAR PATH`. */
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { servicesOn } from '../../test/support/services.ts'

const [url = '', code = '', year = '', path = ''] = process.argv.slice(2)
const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
const { importReturn } = await servicesOn(database)
const start = performance.now()
let stored = NaN
const outcome = await importReturn(
  { authority: { code, name: code }, year: reportingYear(Number(year)), path, sourceName: 'bench', isPreview: false },
  ({ stage }) => {
    if (stage === 'checking' && Number.isNaN(stored)) stored = performance.now() - start
  },
)
const milliseconds = performance.now() - start
await close()
if (outcome.outcome !== 'stored') throw new Error('the import was refused')
const peakMegabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ milliseconds, stored, peakMegabytes }))
