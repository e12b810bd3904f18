import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { sourceFolder } from '../../../platform/sources.ts'

const workspace = join(sourceFolder, 'documents/write/pdf')
const layout = readFileSync(join(workspace, 'document.typ'), 'utf8')

const fontFolder = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')),
)
const fontBlobs = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
  readFileSync(join(fontFolder, style, `AtkinsonHyperlegibleNext_${style}.ttf`)),
)

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

/**
 * The compiler remembers nothing of the documents before: two are seldom alike, and remembering three of 30 pages took 70 MB
 * to spare a sixth of the time.
 */
const FORGOTTEN_AFTER = 0

/**
 * Makes the PDF of a document's data, which `document.typ` reads. `createdAt`: seconds since 1970, which the file gives
 * as its own time. Throws where the result would break PDF/UA-1, with the compiler's reasons.
 */
export function compiledPdf(document: string, createdAt: number): Buffer {
  try {
    return compiler.pdf(
      { mainFileContent: layout, inputs: { document } },
      { pdfStandard: 'ua-1', creationTimestamp: createdAt },
    )
  } finally {
    compiler.evictCache(FORGOTTEN_AFTER)
  }
}
