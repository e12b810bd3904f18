/**
 * The web application on the benchmark's day, reached from this computer only: `node workingServer.ts URL`. Says where it
 * is; ends when its input does.
 */
import { pino } from 'pino'
import { openDoor } from '../../src/main/door.ts'
import { houseOn } from '../../src/main/house.ts'
import { webApplication } from '../../src/main/web.ts'
import { connect } from '../../src/platform/database/database.ts'
import { working } from './workingAuthority.ts'

const [url = ''] = process.argv.slice(2)
const database = connect(url)
const app = await webApplication(await houseOn(database), {
  log: pino({ level: 'error' }, pino.destination(2)),
  today: () => working.today,
  startWork: () => undefined,
  door: { ...openDoor, wayIn: { kind: 'demo' } },
})
process.stdout.write(await app.listen({ host: '127.0.0.1', port: 0 }))

process.stdin
  .on('end', () => {
    void app.close().then(() => database.destroy())
  })
  .resume()
