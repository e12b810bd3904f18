import type { CommandLine } from '../../house/command.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { recordingServices } from '../services.ts'
import { document, documentAsked } from './document.ts'

/** `footprint document`. */
export const runDocument = ({ open }: CommandLine) =>
  asking(documentAsked, async (asked, { print, ...context }) => {
    const { writtenOf } = recordingServices(await open(context))
    return document(asked, { writtenOf: (authority, ref) => writtenOf(authorityNamed(authority), ref), print })
  })
