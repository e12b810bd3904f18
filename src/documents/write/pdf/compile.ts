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

/** How many documents ago something was last used that the compiler may forget. */
const FORGOTTEN_AFTER = 2

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
