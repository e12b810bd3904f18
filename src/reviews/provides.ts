import { namedByPort } from '../children/services.ts'
import type { Provision } from '../house/house.ts'
import { namedByRegisters } from './domain/namedByRegisters.ts'

/** What this room gives rooms below it. */
export const reviewsProvides: readonly Provision[] = [namedByPort.by(() => namedByRegisters)]
