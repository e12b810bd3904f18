import * as z from 'zod'
import type { CommandLine } from '../../../src/house/command.ts'
import { asking } from '../../../src/platform/cli/command.ts'
import { readersOf } from './server.ts'

/** `footprint library readers`. */
export const runReaders = ({ open }: CommandLine) =>
  asking(z.object({ authority: z.string() }), async ({ authority }, context) => {
    const readers = await readersOf(await open(context), authority)
    return `${readers} may see the library.\n`
  })
