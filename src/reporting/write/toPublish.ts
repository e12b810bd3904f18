import { Refusal } from '../../platform/refusal.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import type { PublishedFile } from '../app/ports.ts'
import { formats, reportFile } from './files.ts'

type FileToPublish = Omit<PublishedFile, 'fingerprint' | 'edition'>

/** The written report in every format in which it can be made: a PDF that could not show what was written is left out. */
export async function filesToPublish(written: WrittenReport): Promise<FileToPublish[]> {
  const files: FileToPublish[] = []
  for (const format of formats) {
    try {
      const { name, type, content } = await reportFile(written, format)
      files.push({ format, name, type, content: typeof content === 'string' ? Buffer.from(content) : content })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return files
}
