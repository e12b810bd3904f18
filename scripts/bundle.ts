/**
 * Joins the sources, and the packages that are most files, into a few files: `node scripts/bundle.ts`. Node loads them
 * in a third of the time, which every command is spared. `npm ci` runs this; `bin/footprint` starts what it made for as
 * long as no source is newer.
 */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
    plugins: [otherPackages],
    logLevel: 'warning',
  })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}

if (import.meta.main) await bundleInto(join(packageFolder, 'dist'))
