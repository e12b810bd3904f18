import { type ChildProcess, spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { type Benchmark, type Row } from './support/bench.ts'
import { CODE, importedAuthority, largeAuthority } from './support/imported.ts'
import { aChild, page } from './support/pages.ts'
import { FOOTPRINT } from './support/processes.ts'

const READERS = 20
const PAGES_A_READER = 15

const paths = {
  'due list': '/due',
  'children looked after': '/children',
  'figures of a year': '/figures/2025-26',
  'records of a figure': '/figures/2025-26/reviews.on_time',
  'data and imports': '/data',
  findings: '/data/findings',
}

export const pages: Benchmark = {
  name: 'pages',
  what: `pages of one authority with ten years of history, asked for by ${READERS} readers at once`,
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      const authority = await importedAuthority(bench, server, largeAuthority, 10)
      const size = `${authority.size}, ${READERS} readers`
      await authority.close()
      const { process: web, address } = await serve(authority.url)
      try {
        const child = await aChild(`${address}/authorities/${CODE}/children`)
        for (const [what, path] of Object.entries({ ...paths, 'one child': `/children/${child}` })) {
          bench.say(`asking for ${what} (${server.name})`)
          const url = `${address}/authorities/${CODE}${path}`
          const [first] = await ask(url, 1, 1)
          const start = performance.now()
          const milliseconds = await ask(url, READERS, PAGES_A_READER)
          const perSecond = (1000 * milliseconds.length) / (performance.now() - start)
          rows.push({ what: `${what}, first, ${server.name}`, size, milliseconds: first === undefined ? [] : [first] })
          rows.push({ what: `${what}, ${server.name}`, size, milliseconds, perSecond })
        }
      } finally {
        web.kill('SIGINT')
      }
    }
    return rows
  },
}

/** Starts the web application on a database, and waits until it says where it is. */
export async function serve(url: string): Promise<{ process: ChildProcess; address: string }> {
  const web = spawn(FOOTPRINT, ['serve', '--port', '0'], {
    env: { ...process.env, FOOTPRINT_DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const text of web.stdout) {
    const address = /http:\/\/[\w.:]+\d/.exec(String(text))?.[0]
    if (address !== undefined) return { process: web, address }
  }
  throw new Error('the web application does not start')
}

/** Has so many readers ask for a page so many times each, one after the other; gives how long each answer took. */
export async function ask(url: string, readers: number, times: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const taken: number[] = []
  const read = async () => {
    for (let time = 0; time < times; time++) {
      const start = performance.now()
      await page(url, agent)
      taken.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: readers }, read))
  agent.destroy()
  return taken
}
