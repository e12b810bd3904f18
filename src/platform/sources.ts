import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

const packageFile = findPackageJSON(import.meta.url)
if (packageFile === undefined) throw new Error('Footprint runs from its own package, and there is none around it')

/** The folder of this package: found from wherever this code runs, the sources or the bundle made of them. */
export const packageFolder = dirname(packageFile)

/** The folder that templates and styles are named from. */
export const sourceFolder = join(packageFolder, 'src')

/** What the bundle calls the code of a thread, named from the folder of the sources. */
export const bundledThread = (source: string): string => source.replaceAll('/', '.').replace(/ts$/, 'js')

/** The code of a thread, named from the folder of the sources: that of the bundle, where this runs from it. */
export const threadFile = (source: string): string =>
  import.meta.filename.endsWith('.ts') ? join(sourceFolder, source) : join(import.meta.dirname, bundledThread(source))
