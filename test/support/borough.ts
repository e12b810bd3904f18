import { join } from 'node:path'
import type { World } from '../../src/children/domain/world.ts'
import { returnWorld } from './returnWorld.ts'

export const BOROUGH = join(import.meta.dirname, '../data/made-up-borough-2022-23')

/** The world of the made-up borough in 2022-23, read from its return without a database. */
export const boroughWorld = (): Promise<World> => returnWorld(join(BOROUGH, 'data'), 2022)
