import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, relative } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, imports: importsOf(join(root, file)) }))

/** What a file imports: packages by name, our own files as `src/…`. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const statement = /^(?:import|export) (?:type )?(?:[\w*{][^']*? from )?'([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm
  const names = [...text.matchAll(statement)].map((match) => match[1] ?? match[2] ?? '')
  return names.map((name) => (name.startsWith('.') ? relative(root, join(dirname(path), name)) : name))
}

/** The room a file of ours belongs to: `returns/ssda903` and `returns` are one. */
const roomOf = (file: string): string => relative(src, join(root, file)).split('/')[0] ?? ''

const isDomain = (file: string) =>
  file.includes('/domain/') || (ENGINES.includes(roomOf(file)) && !OUTSIDE.test(file) && !isApp(file))
const isApp = (file: string) => file.includes('/app/')

/** From the ground up: a room may import those before it, never those after. */
const ENGINES = [
  'kernel',
  'calendar',
  'clocks',
  'workflows',
  'figures',
  'charts',
  'registers',
  'settings',
  'world',
  'documents',
]
/** The rooms of the one list, in its order; they bear the names of their folders. */
const LISTED = [...readFileSync(join(src, 'main/rooms.ts'), 'utf8').matchAll(/^ {2}(\w+)Room,$/gm)].map(
  ([, room]) => room ?? '',
)
const ROOMS = [
  ...ENGINES,
  'house',
  // A world is made of children, though the list names officers first, to whom their rows refer.
  ...LISTED.toSorted((a, b) => Number(b === 'children') - Number(a === 'children')),
  'synthetic',
  'main',
]
const OUTSIDE = /\/(?:db|web|cli|read|write|providers)\//
const PACKAGES_OF_THE_DOMAIN = ['temporal-polyfill', 'zod', 'd3-scale']

/** What the README of a room offers to others: files of it, with `*` for all of a folder. */
function offersOf(room: string): string[] {
  const readme = readFileSync(join(src, room, 'README.md'), 'utf8')
  const [, offers = ''] = /\*\*Others may use\*\*([^]*?)\n\n/.exec(`${readme}\n\n`) ?? []
  return [...offers.matchAll(/`([\w./*-]+(?:\.ts|\*))`/g)].map(([, file]) => file ?? '')
}

/** Each file that breaks a rule, with what it imports against it. */
function breaches(
  applies: (file: string) => boolean,
  isAllowed: (imported: string, file: string) => boolean,
): string[] {
  const files = sources.filter(({ file }) => applies(file))
  assert.ok(files.length > 0, 'a rule that matches no file guards nothing')
  return files.flatMap(({ file, imports }) =>
    imports.filter((imported) => !isAllowed(imported, file)).map((imported) => `${file} imports ${imported}`),
  )
}

const isOurs = (imported: string) => imported.startsWith('src/')

describe('imports point inward', () => {
  it('the imports are found at all', () => {
    assert.ok(sources.flatMap(({ imports }) => imports).length > 2 * sources.length)
  })
  it('the engines and the domain know no database, file, framework or clock on the wall', () => {
    assert.deepEqual(
      breaches(isDomain, (imported) =>
        isOurs(imported)
          ? !OUTSIDE.test(imported) && !isApp(imported) && roomOf(imported) !== 'platform'
          : PACKAGES_OF_THE_DOMAIN.includes(imported),
      ),
      [],
    )
  })
  it('a room describes its registers in words of the domain and the engine alone', () => {
    assert.deepEqual(
      breaches(
        (file) => /^src\/\w+\/registers\//.test(file),
        (imported) =>
          isOurs(imported)
            ? !OUTSIDE.test(imported) && !isApp(imported) && roomOf(imported) !== 'platform'
            : PACKAGES_OF_THE_DOMAIN.includes(imported),
      ),
      [],
    )
  })
  it('use cases say what they need in ports, and import no outer floor', () => {
    assert.deepEqual(
      breaches(isApp, (imported) => !OUTSIDE.test(imported) && !/^(?:kysely|pg|fastify|nunjucks)$/.test(imported)),
      [],
    )
  })
  it('use cases and rules know a unit of work, and not the database that it is done in', () => {
    assert.deepEqual(
      breaches(
        (file) => isApp(file) || isDomain(file),
        (imported) => !imported.startsWith('src/platform/database/'),
      ),
      [],
    )
  })
  it('a room imports only rooms below it, and main is imported by none', () => {
    assert.deepEqual(
      breaches(
        (file) => ROOMS.includes(roomOf(file)),
        (imported, file) =>
          !isOurs(imported) ||
          roomOf(imported) === 'platform' ||
          ROOMS.indexOf(roomOf(imported)) <= ROOMS.indexOf(roomOf(file)),
      ),
      [],
    )
  })
  it('rooms are named in one list alone: nothing else asks a room for what it hands over', () => {
    assert.deepEqual(
      breaches(
        (file) => file !== 'src/main/rooms.ts',
        (imported) => imported === 'src/house/room.ts' || !/^src\/\w+\/room\.ts$/.test(imported),
      ),
      [],
    )
  })
  it('pages and commands of figures are handed them: they import the figures of no room', () => {
    assert.deepEqual(
      breaches(
        (file) => roomOf(file) === 'overview',
        (imported) => !/\/domain\/.*figures/i.test(imported),
      ),
      [],
    )
  })
  it('a room is imported only through what its README offers, beside its services and what its people may do', () => {
    const always = ['services', 'settings', 'permissions', 'sections', 'messageKinds'].map((name) => `${name}.ts`)
    const offered = new Map(LISTED.map((room) => [room, [...always, ...offersOf(room)]]))
    assert.deepEqual(
      breaches(
        (file) => LISTED.includes(roomOf(file)),
        (imported, file) => {
          const room = roomOf(imported)
          if (!isOurs(imported) || room === roomOf(file) || !LISTED.includes(room)) return true
          const within = imported.slice(`src/${room}/`.length)
          return offered.get(room)?.some((offer) => matchesGlob(within, offer)) ?? false
        },
      ),
      [],
    )
  })
  it('the engines and the platform name no room, not as a word in quotes either', () => {
    const engines = globSync('src/**/*.{ts,njk}', { cwd: root }).filter(
      (file) => !file.endsWith('.test.ts') && [...ENGINES, 'platform'].includes(roomOf(file)),
    )
    const named = engines.flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*\*?[^]*?\*\/|\/\/.*$/gm, '')
      return LISTED.filter((room) => new RegExp(`['"\`]${room}['"\`]|['"]${room}/|\\b${room}Room\\b`).test(code)).map(
        (room) => `${file} names ${room}`,
      )
    })
    assert.deepEqual(named, [])
  })
  it('no file imports itself by way of others', () => {
    const ours = new Map(sources.map(({ file, imports }) => [file, imports.filter(isOurs)]))
    const isDone = new Set<string>()
    const circles: string[] = []
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' imports '))
      if (way.includes(file) || isDone.has(file)) return
      for (const imported of ours.get(file) ?? []) follow(imported, [...way, file])
      isDone.add(file)
    }
    for (const { file } of sources) follow(file, [])
    assert.deepEqual(circles, [])
  })
  it('every room has its place in that order', () => {
    const rooms = new Set(sources.map(({ file }) => roomOf(file)))
    assert.deepEqual(
      [...rooms].filter((room) => ![...ROOMS, 'platform'].includes(room)),
      [],
    )
  })
  it('the outer floors of a room do not import each other: main joins them', () => {
    const floorOf = (file: string) => /\/(db|web|cli)\//.exec(file)?.[1]
    assert.deepEqual(
      breaches(
        (file) => floorOf(file) !== undefined && roomOf(file) !== 'platform',
        (imported, file) =>
          !isOurs(imported) ||
          roomOf(imported) === 'platform' ||
          floorOf(imported) === undefined ||
          floorOf(imported) === floorOf(file),
      ),
      [],
    )
  })
  it('the platform knows no subject', () => {
    assert.deepEqual(
      breaches(
        (file) => roomOf(file) === 'platform',
        (imported) => !isOurs(imported) || ['platform', 'kernel', 'calendar', 'settings'].includes(roomOf(imported)),
      ),
      [],
    )
  })
  it('the wall clock is read only where the parts are joined', () => {
    const readers = sources.filter(
      ({ file }) =>
        (isDomain(file) || isApp(file)) &&
        /new Date\(\)|Date\.now\(|Temporal\.Now/.test(readFileSync(join(root, file), 'utf8')),
    )
    assert.deepEqual(
      readers.map(({ file }) => file),
      [],
    )
  })
})
