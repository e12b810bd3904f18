import { textsPort } from '../house/services.ts'
import { recordTextsOf } from './services.ts'

/** What this room gives those that bring in registers: it keeps the texts of records. */
export const recordingProvides = [textsPort.by(recordTextsOf)]
