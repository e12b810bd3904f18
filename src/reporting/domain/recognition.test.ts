import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { judgedFiles } from '../../../test/support/judged.ts'
import { recognisableIn } from './recognition.ts'

const OWN = '100001'

describe('by what somebody could be recognised in a story', async () => {
  // Seven girls of 11, and one of 16 who came alone.
  const children = [
    ...Array.from({ length: 7 }, (_, index) =>
      aChild({ child: `10000${index + 1}`, bornOn: '2011-06-01', episodes: ['2022-05-09 S'] }),
    ),
    aChild({
      child: '200001',
      bornOn: '2006-06-01',
      episodes: ['2022-05-09 S'],
      unaccompanied: [{ ceasesOn: null, source: { year: 2022, table: 'UASC', row: 2 } }],
    }),
  ]
  const { stored, faults } = await judgedFiles(
    {
      children: ['child,known_as,family_name', `${OWN},Wilf,Bexley`, '100002,May,Dunmore'],
      officers: ['officer_id,name,role,fte,start_date', 'O1,Ann Lee,IRO,1,2020-01-01'],
    },
    { children: children.map(({ child }) => child) },
  )
  assert.deepEqual(faults, [])
  const world = { ...aWorld(children), registers: stored }

  for (const { story, quotes } of [
    { story: 'A young person asked for a say, and was given one.', quotes: [] },
    { story: 'Wilf asked for a say.', quotes: ['Wilf'] },
    { story: 'In May a young person asked for a say.', quotes: [] },
    { story: 'May Dunmore came along.', quotes: ['May Dunmore'] },
    { story: 'Ann Lee wrote to the team.', quotes: ['Ann Lee'] },
    { story: 'Child 100003 was heard.', quotes: ['100003'] },
    { story: 'On 12 May 2022 the IRO wrote.', quotes: ['12 May 2022'] },
    { story: 'They went to Green Hill School near FY1 4AB.', quotes: ['FY1 4AB', 'Green Hill School'] },
    { story: 'She is aged 11.', quotes: ['aged 11'] },
    { story: 'A girl, 9 years old, and more.', quotes: [''] },
    { story: 'A girl who came as an unaccompanied child.', quotes: [''] },
    { story: 'A brother and a sister were heard, aged 11.', quotes: ['aged 11'] },
  ]) {
    it(story, () => {
      assert.deepEqual(
        recognisableIn(story, OWN, world).map(({ quote }) => quote),
        quotes,
      )
    })
  }
})
