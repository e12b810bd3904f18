/**
 * Joins the sources, and the packages that are most files, into a few files: `node scripts/bundle.ts`. Node loads them
 * in a third of the time, which every command is spared. `npm ci` runs this; `bin/footprint` starts what it made for as
 * long as no source is newer.
 */
import { globSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as esbuild from 'esbuild'
import { packageFolder } from '../src/platform/sources.ts'

/** Plain JavaScript in many files. All other packages are loaded as they are: some find files or programs of their own. */
const joinedPackages = ['commander', 'kysely', 'temporal-polyfill', 'zod']

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
 * What every room loads at the same time is one part of the bundle: each room's alone would cut what they share, and what a
 * command starts with, into ninety files.
 */
const loadedTogether: esbuild.Plugin = {
  name: 'what rooms load together is one part',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:server|provides)\.ts$/ }, ({ path, kind, resolveDir }) => {
      const isOfRoom = kind === 'dynamic-import' && dirname(resolveDir) === join(packageFolder, 'src')
      return isOfRoom ? { path: basename(path), namespace: 'of every room' } : null
    })
    build.onLoad({ filter: /./, namespace: 'of every room' }, ({ path }) => {
      const all = globSync(`src/*/${path}`, { cwd: packageFolder }).sort()
      return { contents: all.map((one) => `export * from './${one}'`).join('\n'), resolveDir: packageFolder }
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
  await esbuild.build({
    entryPoints: [join(packageFolder, 'src/main/cli.ts')],
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    plugins: [commandsAlone, loadedTogether, otherPackages],
    logLevel: 'warning',
  })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}

if (import.meta.main) await bundleInto(join(packageFolder, 'dist'))
