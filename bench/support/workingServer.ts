/**
 * The web application on the benchmark's day, reached from this computer only: `node workingServer.ts URL demo|operator`,
 * with people who sign in or for the person who sits here. Says where it is, and then, for each line of its input, how many bytes
 * of memory it holds; ends when its input does.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { z } from 'zod'
import { openDoor } from '../../src/main/door.ts'
import { houseOn } from '../../src/main/house.ts'
import { webApplication } from '../../src/main/web.ts'
import { MemoryBudget } from '../../src/kernel/memoryBudget.ts'
import { configurationOf } from '../../src/platform/configuration.ts'
import { connect } from '../../src/platform/database/database.ts'
import { working } from './workingAuthority.ts'

const [url = '', wayIn = 'demo'] = process.argv.slice(2)
const database = connect(url)
const budget = new MemoryBudget(configurationOf(process.env).memoryBudget)
const app = await webApplication(await houseOn(database, { budget }), {
  log: pino({ level: 'error' }, pino.destination(2)),
  today: () => working.today,
  startWork: () => undefined,
  door: wayIn === 'demo' ? { ...openDoor, wayIn: { kind: 'demo' } } : openDoor,
})
process.stdout.write(await app.listen({ host: '127.0.0.1', port: 0 }))

// What garbage there is says nothing of what is remembered.
setFlagsFromString('--expose-gc')
const collectGarbage = z.function().parse(runInNewContext('gc'))
process.stdin
  .on('data', () => {
    collectGarbage()
    process.stdout.write(String(process.memoryUsage().heapUsed))
  })
  .on('end', () => {
    void app.close().then(() => database.destroy())
  })
