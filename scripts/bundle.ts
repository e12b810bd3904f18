/**
 * Joins the sources, and the packages that are most files, into a few files: `node scripts/bundle.ts`. Node loads them
 * in a third of the time, which every command is spared. `npm ci` runs this; `bin/footprint` starts what it made for as
 * long as no source is newer.
 */
import { globSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as esbuild from 'esbuild'
import { bundledThread, packageFolder, sourceFolder } from '../src/platform/sources.ts'

/** Plain JavaScript in many files. All other packages are loaded as they are: some find files or programs of their own. */
const joinedPackages = ['commander', 'kysely', 'temporal-polyfill', 'zod']

/** What threads run (`threadFile`). Imports through pages run from the sources: each works for longer than they take to load. */
const threads = [
  'documents/write/pdf/thread.ts',
  'proofreading/providers/checkingThread.ts',
  'reporting/providers/hidingThread.ts',
]

const otherPackages: esbuild.Plugin = {
  name: 'other packages stay outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      const isJoined = joinedPackages.some((name) => path === name || path.startsWith(`${name}/`))
      return isJoined || importer.includes('node_modules') ? null : { path, external: true }
    })
  },
}

/**
 * What is loaded at the same time, by its files: what opens the house, with the commands that are asked most often; the
 * other commands that open it; what serves pages.
 */
const atOnce: Readonly<Record<string, readonly string[]>> = {
  house: ['src/main/{house,rooms}.ts', 'src/*/provides.ts', 'src/{overview,signs}/cli/run.ts'],
  commands: ['src/{access,book,recording,reporting,retention,returns}/cli/run.ts'],
  server: ['src/main/commands/serve.ts', 'src/*/server.ts'],
}

/**
 * Makes each of these one part of the bundle: each file's alone would cut what they share, and what a command starts with,
 * into ninety files.
 */
const loadedTogether: esbuild.Plugin = {
  name: 'what is loaded at the same time is one part',
  setup(build) {
    const parts = Object.entries(atOnce).map(([name, patterns]) => ({
      name,
      files: globSync([...patterns], { cwd: packageFolder }).sort(),
    }))
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, kind, resolveDir }) => {
      const file = relative(packageFolder, join(resolveDir, path))
      const part = kind === 'dynamic-import' && parts.find(({ files }) => files.includes(file))
      return part ? { path: part.name, namespace: 'at once' } : null
    })
    build.onLoad({ filter: /./, namespace: 'at once' }, ({ path }) => {
      const files = parts.find(({ name }) => name === path)?.files ?? []
      return { contents: files.map((one) => `export * from './${one}'`).join('\n'), resolveDir: packageFolder }
    })
  },
}

/**
 * Which commands there are is known before what rooms hand over is loaded: of the rooms, only their files of commands are
 * loaded at the start.
 */
const commandsAlone: esbuild.Plugin = {
  name: 'commands of rooms without the rooms',
  setup(build) {
    build.onResolve({ filter: /^\.\/roomCommands\.ts$/ }, () => ({ path: 'commands', namespace: 'alone' }))
    build.onLoad({ filter: /./, namespace: 'alone' }, () => {
      const all = globSync('src/*/commands.ts', { cwd: packageFolder, exclude: ['src/main/**'] }).sort()
      const imports = all.map((one, at) => `import * as of${at} from './${one}'`)
      const joined = `[${all.map((_, at) => `of${at}`).join()}].flatMap((of) => Object.values(of).flat())`
      return { contents: [...imports, `export const roomCommands = ${joined}`].join('\n'), resolveDir: packageFolder }
    })
  },
}

/**
 * Makes the bundle anew in a folder within the package. It starts with `cli.js`. Made beside it and moved into its place
 * when it is whole: where this is killed, no half of a bundle is started.
 */
export async function bundleInto(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const joinTo = (name: string, source: string) =>
    esbuild.build({
      entryPoints: [{ in: join(sourceFolder, source), out: name }],
      outdir: unfinished,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      plugins: [commandsAlone, loadedTogether, otherPackages],
      logLevel: 'warning',
    })
  await joinTo('cli', 'main/cli.ts')
  // Each by itself: joined at once, what threads share with the commands would be moved into files of its own.
  for (const source of threads) await joinTo(bundledThread(source).replace(/\.js$/, ''), source)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}

if (import.meta.main) await bundleInto(join(packageFolder, 'dist'))
