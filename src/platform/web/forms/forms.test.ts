import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { date, dateOf } from '../../../kernel/dates.ts'
import { choiceField, chosenField, itemsOf, tickField, ticksField } from './choices.ts'
import { dayField } from './day.ts'
import { faultsOf } from './faults.ts'
import { formOf } from './form.ts'
import {
  emailField,
  hiddenField,
  hiddenNumber,
  lineField,
  linesField,
  numberField,
  telephoneField,
  textsField,
  timeField,
} from './texts.ts'

const colours = { RED: 'Red', BLUE: 'Blue' } as const

const form = formOf({
  replaces: hiddenField(),
  name: lineField({ most: 20 }),
  note: linesField(),
  on: dayField('The day'),
  startsAt: timeField('The start'),
  minutes: numberField('Enter how many minutes, like 60', { isWhole: true }),
  share: numberField('Enter a share, like 0.8'),
  colour: choiceField(itemsOf(colours), { or: 'Neither' }),
  then: chosenField(itemsOf({ save: 'Save', send: 'Send' }), 'save'),
  people: ticksField([
    { value: 'a', text: 'Ada' },
    { value: 'b', text: 'Ben', hint: { text: 'Away' } },
  ]),
  isActive: tickField('May sign in'),
  email: emailField(),
  phone: telephoneField(),
  version: hiddenNumber(-1),
  rows: textsField(),
})

/** What a browser sends of a form that is shown and left as it is. */
function sentBack(typed: ReturnType<typeof form.first>): Record<string, string | string[]> {
  const { fields } = form.shown(typed)
  const chosen = (items: readonly object[] = []) =>
    items.flatMap((item) => ('checked' in item && item.checked === true && 'value' in item ? [String(item.value)] : []))
  const inputs: Record<string, string | string[]> = {}
  for (const { name, value, items } of Object.values(fields)) {
    if (value !== undefined && items === undefined) inputs[name] = value
    else if (items === undefined) continue
    else if (items.some((item) => 'checked' in item)) inputs[name] = chosen(items)
    else {
      for (const item of items) {
        if ('name' in item && 'value' in item) inputs[String(item.name)] = String(item.value)
      }
    }
  }
  return inputs
}

describe('a form', () => {
  test('of nothing sent says nothing, and nothing is wrong with it', () => {
    for (const sent of [{}, undefined, 'text']) {
      const { values, faults } = form.read(sent)
      assert.deepEqual(faults, [])
      assert.deepEqual(values, {
        replaces: '', name: null, note: null, on: null, startsAt: null, minutes: null, share: null, colour: null,
        then: 'save', people: [], isActive: false, email: null, phone: null, version: -1, rows: [],
      }) // prettier-ignore
    }
  })

  test('what is shown and sent back unchanged says the same', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /^[^\p{Cc}\p{Cf}\s]+$/u.test(text))
    const orNothing = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
    const known = fc.record({
      replaces: fc.string(),
      name: orNothing(word),
      note: orNothing(fc.array(word, { minLength: 1 }).map((lines) => lines.join('\n'))),
      on: orNothing(
        fc
          .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
          .map(([year, month, day]) => dateOf(year, month, day)),
      ),
      startsAt: orNothing(fc.constantFrom('00:00', '09:05', '12:00', '23:59')),
      minutes: orNothing(fc.nat(999_999_999)),
      share: orNothing(fc.integer({ min: 0, max: 20_000 }).map((number) => number / 100)),
      colour: orNothing(fc.constantFrom('RED' as const, 'BLUE' as const)),
      then: fc.constantFrom('save' as const, 'send' as const),
      people: fc.subarray<'a' | 'b'>(['a', 'b']),
      isActive: fc.boolean(),
      email: orNothing(fc.constantFrom('ada@example.org', 'o’neill@mail.example.org')),
      phone: orNothing(fc.constantFrom('07700 900982', '+44 (0)20 7946-0018')),
      version: fc.nat(999_999_999),
    })
    fc.assert(
      fc.property(known, (values) => {
        const { values: read, faults } = form.read(sentBack(form.first(values)))
        assert.deepEqual(faults, [])
        assert.deepEqual({ ...read, on: String(read?.on) }, { ...values, rows: [], on: String(values.on) })
      }),
    )
  })

  test('says nothing at all while part of it can’t be read, and shows what was typed', () => {
    const { typed, values, faults } = form.read({ name: 'Ada', 'on-day': '31', 'on-month': '2', 'on-year': '2026' })
    assert.equal(values, null)
    assert.deepEqual(faults, [{ field: 'on', text: 'The day must be a real date, like 27 3 2026' }])
    const { fields, errors } = form.shown(typed, faults)
    assert.equal(fields.name.value, 'Ada')
    assert.deepEqual(errors, [{ text: 'The day must be a real date, like 27 3 2026', href: '#on-day' }])
    assert.deepEqual(fields.on.errorMessage, { text: 'The day must be a real date, like 27 3 2026' })
  })
})

describe('a line', () => {
  for (const [typed, read] of [
    ['  Jo\t \r\nBell\u0000 ', 'Jo Bell'],
    ['Jo\u202EBell', 'JoBell'],
    ['علی\u200Cرضا', 'علی\u200Cرضا'],
    [undefined, ''],
    [['a', 'b'], ''],
  ] as const) {
    test(JSON.stringify(typed ?? null), () => {
      assert.equal(form.read({ name: typed }).typed.name, read)
    })
  }

  test('several lines keep their ends, and nothing that can’t be stored', () => {
    assert.equal(form.read({ note: 'one\r\n\r\ntwo\u0000\u0007 \r' }).values?.note, 'one\n\ntwo')
  })

  test('what is hidden is kept to the letter', () => {
    assert.equal(form.read({ replaces: ' a  b|\r\nc ' }).values?.replaces, ' a  b|\r\nc ')
  })
})

describe('a day in three fields', () => {
  const on = ([day, month, year]: readonly [string, string, string]) => ({
    'on-day': day,
    'on-month': month,
    'on-year': year,
  })
  const real = 'The day must be a real date, like 27 3 2026'
  for (const [parts, read] of [
    [['31', ' 3 ', '2026'], '2026-03-31'],
    [['31', 'March', '2026'], '2026-03-31'],
    [['1', 'sept', '2026'], '2026-09-01'],
    [['01', '02', '2026'], '2026-02-01'],
    [['1\u200B', '2', '2026'], '2026-02-01'],
    [['', ' ', ''], undefined],
  ] as const) {
    test(parts.join(' '), () => {
      const { values, faults } = form.read(on(parts))
      assert.deepEqual([values?.on?.toString(), faults], [read, []])
    })
  }
  for (const [parts, part, text] of [
    [['31', '', '2026'], 'month', 'The day must include a month'],
    [['', '', '2026'], 'day', 'The day must include a day and a month'],
    [['', '3', '2026'], 'day', 'The day must include a day'],
    [['32', '3', '2026'], 'day', real],
    [['0', '3', '2026'], 'day', real],
    [['1e0', '3', '2026'], 'day', real],
    [['-1', '3', '2026'], 'day', real],
    [['1', '13', '2026'], 'month', real],
    [['1', '2/3', '2026'], 'month', real],
    [['1', 'Nonsense', '2026'], 'day', real],
    [['1', '3', '26'], 'year', 'The day must have a year of four digits, like 2026'],
    [['1', '3', '0001'], 'year', real],
    [['29', '2', '2023'], 'day', real],
  ] as const) {
    test(`no day, and where: ${parts.join(' ')}`, () => {
      const { typed, faults } = form.read(on(parts))
      const { fields, errors } = form.shown(typed, faults)
      assert.deepEqual(errors, [{ text, href: `#on-${part}` }])
      assert.ok(JSON.stringify(fields.on.items).includes(`"value":${JSON.stringify(parts[2])}`))
    })
  }
  for (const [whole, read] of [
    ['31/3/2026', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['', undefined],
  ] as const) {
    test(`as one field: ${whole}`, () => {
      assert.equal(form.read({ on: whole }).values?.on?.toString(), read)
    })
  }
})

describe('other fields', () => {
  for (const [sent, name, value] of [
    [{ startsAt: '2.30 PM' }, 'startsAt', '14:30'],
    [{ minutes: '1,200' }, 'minutes', 1200],
    [{ minutes: '1200' }, 'minutes', 1200],
    [{ share: '.8' }, 'share', 0.8],
    [{ share: '1,000.5' }, 'share', 1000.5],
    [{ colour: ' RED ' }, 'colour', 'RED'],
    [{ then: 'send' }, 'then', 'send'],
    [{ then: 'nonsense' }, 'then', 'save'],
    [{ then: ['save', 'send'] }, 'then', 'send'],
    [{ people: 'b' }, 'people', ['b']],
    [{ people: ['b', 'a', 'a'] }, 'people', ['a', 'b']],
    [{ isActive: 'yes' }, 'isActive', true],
    [{ isActive: 'on' }, 'isActive', false],
    [{ email: ' ada@\u200Bexample.org ' }, 'email', 'ada@example.org'],
    [{ phone: '07700\u00A0900982' }, 'phone', '07700 900982'],
    [{ version: '7' }, 'version', 7],
    [{ version: '7.5' }, 'version', -1],
    [{ rows: ['a', '', 'b'] }, 'rows', ['a', '', 'b']],
  ] as const) {
    test(`${name}: ${JSON.stringify(sent)}`, () => {
      assert.deepEqual(form.read(sent).values?.[name], value)
    })
  }
  for (const sent of [
    { name: 'a name of more than twenty characters' },
    { startsAt: 'soon' },
    { minutes: '1.5' },
    { minutes: '12,34' },
    { share: '-1' },
    { share: '.' },
    { share: '0x10' },
    { colour: 'GREEN' },
    { colour: 'toString' },
    { people: ['a', 'c'] },
    { email: 'ada' },
    { phone: '123' },
  ]) {
    test(`can’t be read: ${JSON.stringify(sent)}`, () => {
      const { typed, values, faults } = form.read(sent)
      const [[name, was] = ['', '']] = Object.entries(sent)
      assert.equal(values, null)
      assert.deepEqual(faults.map(({ field }) => field), [name]) // prettier-ignore
      assert.deepEqual(Object.entries(typed).find(([field]) => field === name)?.[1], was)
    })
  }

  test('choices are marked as typed, with what stands for none of them', () => {
    const { fields } = form.shown(form.read({ colour: 'BLUE', people: ['b'] }).typed)
    assert.deepEqual(fields.colour.items, [
      { value: 'RED', text: 'Red', checked: false, selected: false },
      { value: 'BLUE', text: 'Blue', checked: true, selected: true },
      { divider: 'or' },
      { value: '', text: 'Neither', checked: false, selected: false },
    ])
    assert.deepEqual(fields.people.items, [
      { value: 'a', text: 'Ada', checked: false },
      { value: 'b', text: 'Ben', hint: { text: 'Away' }, checked: true },
    ])
  })
})

describe('what is wrong with a form', () => {
  type Problem =
    { code: 'late'; on: string } | { code: 'nameless' } | { code: 'changed_meanwhile' } | { code: 'not_kept' }
  const words = (problem: Problem) => (problem.code === 'late' ? `Later than ${problem.on}` : problem.code)
  const fields = { late: 'on', nameless: 'name', changed_meanwhile: 'replaces', not_kept: null } as const

  test('is listed in the order of the fields, the first of each, what is wrong with all of it before', () => {
    const problems = [
      { code: 'late' as const, on: '1 May 2026' },
      { code: 'late' as const, on: '1 June 2026' },
      { code: 'nameless' as const },
      { code: 'not_kept' as const },
      { code: 'changed_meanwhile' as const },
    ]
    const { typed } = form.read({})
    const { errors, fields: shown } = form.shown(typed, faultsOf(problems, fields, words))
    assert.deepEqual(errors, [
      { text: 'not_kept', href: '#name' },
      { text: 'changed_meanwhile', href: '#name' },
      { text: 'nameless', href: '#name' },
      { text: 'Later than 1 May 2026', href: '#on-day' },
    ])
    assert.deepEqual(shown.on.errorMessage, { text: 'Later than 1 May 2026' })
    assert.equal(shown.note.errorMessage, null)
    const top = form.shown(typed, [{ field: null, text: 'Over' }], { whole: 'top' })
    assert.deepEqual(top.errors, [{ text: 'Over', href: '#top' }])
  })

  test('of a list shows the first of each row', () => {
    const faults = [
      { field: 'rows' as const, text: 'Too late', part: 'A' },
      { field: 'rows' as const, text: 'Too far', part: 'A' },
      { field: 'rows' as const, text: 'Too dear', part: 'B' },
    ]
    assert.deepEqual(form.shown(form.first(), faults).errors, [
      { text: 'Too late', href: '#rows-A' },
      { text: 'Too dear', href: '#rows-B' },
    ])
  })

  test('leads to the form it is of, where a page has several', () => {
    const { errors, fields: shown } = form.shown(
      form.first({ on: date('2026-03-31') }),
      [{ field: 'on', text: 'Too early', part: 'year' }],
      { before: 'absence-' },
    )
    assert.deepEqual(errors, [{ text: 'Too early', href: '#absence-on-year' }])
    assert.deepEqual([shown.on.id, shown.on.name], ['absence-on', 'on'])
    assert.match(
      JSON.stringify(shown.on.items),
      /"id":"absence-on-year","name":"on-year".*"classes":"[^"]*govuk-input--error"/,
    )
  })
})
