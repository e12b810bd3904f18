/**
 * The web application on the benchmark's day, with a second door for use cases whose pages are not there yet:
 * `node workingServer.ts URL`. Both are in this one process, as in use, and reached from this computer only. Says where
 * they are as JSON; ends when its input does.
 */
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { openDoor } from '../../src/main/door.ts'
import { servicesOn } from '../../src/main/services.ts'
import { webApplication } from '../../src/main/web.ts'
import { connect } from '../../src/platform/database/database.ts'
import { z } from 'zod'
import { book } from './booking.ts'
import { working } from './workingAuthority.ts'

const [url = ''] = process.argv.slice(2)
const database = connect(url)
const services = servicesOn(database)
const app = await webApplication(services, {
  log: pino({ level: 'error' }, pino.destination(2)),
  today: () => working.today,
  startWork: () => undefined,
  door: { ...openDoor, wayIn: { kind: 'demo' } },
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })

const asked = z.object({
  kind: z.enum(['book', 'move']),
  reviewRef: z.string(),
  child: z.string(),
  officerId: z.string(),
  day: z.string(),
  startsAt: z.string(),
})

const useCases = createServer((request, response) => {
  text(request)
    .then((body) => book(services.registers, asked.parse(JSON.parse(body)), 'bench'))
    .then(
      (outcome) => response.end(outcome),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : 'no error'}\n`)
        response.writeHead(500).end()
      },
    )
})
useCases.listen(0, '127.0.0.1', () => {
  const bound = useCases.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  process.stdout.write(JSON.stringify({ address, useCases: `http://127.0.0.1:${bound.port}` }))
})

process.stdin
  .on('end', () => {
    useCases.closeAllConnections()
    useCases.close()
    void app.close().then(() => database.destroy())
  })
  .resume()
