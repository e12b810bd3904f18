import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type PackedFile, packed, sendPacked } from './compress.ts'
import { PUBLIC } from './permissions.ts'
import { sourceFolder } from '../sources.ts'

/** Where the pages find their files. The names change with the content, so a browser may keep them for good. */
export interface AssetUrls {
  stylesheet: string
  script: string
  /** Reads a page out, on pages that offer it. */
  readAloud: string
  /** Saves a form as one types, on pages that offer it. */
  saveAsTyped: string
  icon: string
}

interface Asset {
  url: string
  type: string
  file: PackedFile
}

/** The folder of GOV.UK Frontend that holds its templates and its built files. */
export const govukFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')) + '/dist'

/**
 * Serves the stylesheet, script and icon, all held in memory, and gives their addresses. Nothing else of GOV.UK Frontend
 * is served: its typeface and crown belong to services on gov.uk.
 */
export function serveAssets(app: FastifyInstance): AssetUrls {
  const stylesheet = named('footprint', 'css', 'text/css; charset=utf-8', stylesheetText())
  const components = named('components', 'js', 'text/javascript; charset=utf-8', govukFile('govuk-frontend.min.js'))
  const start = `import { initAll } from '${components.url}'\ninitAll()\n`
  const script = named('start', 'js', 'text/javascript; charset=utf-8', start)
  const readAloud = named('read-aloud', 'js', 'text/javascript; charset=utf-8', ownFile('readAloud.js'))
  const saveAsTyped = named('save-as-typed', 'js', 'text/javascript; charset=utf-8', ownFile('saveAsTyped.js'))
  const icon = named('icon', 'svg', 'image/svg+xml', ownFile('icon.svg'))
  for (const asset of [stylesheet, components, script, readAloud, saveAsTyped, icon]) {
    app.get(asset.url, { config: { permission: PUBLIC } }, (request, reply) =>
      sendPacked(
        request,
        reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable'),
        asset.file,
      ),
    )
  }
  return {
    stylesheet: stylesheet.url,
    script: script.url,
    readAloud: readAloud.url,
    saveAsTyped: saveAsTyped.url,
    icon: icon.url,
  }
}

const SYSTEM_FONTS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif"

/** GOV.UK's styles without its typeface and its crest, then those of charts, then our own. */
function stylesheetText(): string {
  const govuk = govukFile('govuk-frontend.min.css')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', SYSTEM_FONTS)
    .replaceAll(/url\([^)]*govuk-crest[^)]*\)/g, 'none')
    .replace(/\/\*# sourceMappingURL.*?\*\//, '')
  const charts = readFileSync(join(sourceFolder, 'charts/charts.css'), 'utf8')
  return [govuk, charts, ownFile('footprint.css')].join('\n')
}

const govukFile = (name: string): string =>
  readFileSync(join(govukFolder, 'govuk', name), 'utf8').replace(/\/\/# sourceMappingURL.*\s*$/, '')

const ownFile = (name: string): string => readFileSync(join(sourceFolder, 'platform/web', name), 'utf8')

function named(name: string, extension: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { url: `/assets/${name}-${hash}.${extension}`, type, file: packed(content) }
}
