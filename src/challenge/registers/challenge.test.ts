import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgedFiles } from '../../../test/support/judged.ts'
import { protocols } from '../presets.ts'
import { protocolSetting } from '../settings.ts'

const CHALLENGES = 'challenge_ref,child,raised_date,route,resolved_date,withdrawn_date,cafcass,cafcass_date'
const STAGES = 'challenge_ref,stage,step,started_date,ended_date,skipped_why'
const open = [CHALLENGES, 'Q1,A,2023-08-21,INFORMAL,,,,', 'Q2,A,2023-08-21,FORMAL,,,,']

describe('the registers of challenges', () => {
  for (const { what, challenges = open, stages, faults } of [
    {
      what: 'challenges about a child, the service and many children, open and closed',
      challenges: [
        CHALLENGES,
        'Q1,A,2023-08-21,INFORMAL,2023-08-21,,,',
        'Q2,,2023-08-21,THEMED,,2023-08-22,,',
        'Q3,B,2023-08-21,FORMAL,,,REFERRED,2023-08-21',
        'Q4,B,2023-08-21,FORMAL,,,DISCUSSED,',
      ],
      stages: [STAGES, 'Q1,1,,2023-08-21,2023-08-21,'],
      faults: [],
    },
    {
      what: 'resolved, withdrawn or referred before it was raised',
      challenges: [
        CHALLENGES,
        'Q1,A,2023-08-21,INFORMAL,2023-08-20,,,',
        'Q2,A,2023-08-21,INFORMAL,,2023-08-20,,',
        'Q3,A,2023-08-21,FORMAL,,,REFERRED,2023-08-20',
      ],
      faults: [
        'challenges.csv 2 resolved_date: is before raised_date, 2023-08-21',
        'challenges.csv 3 withdrawn_date: is before raised_date, 2023-08-21',
        'challenges.csv 4 cafcass_date: is before raised_date, 2023-08-21',
      ],
    },
    {
      what: 'both resolved and withdrawn, and a day of Cafcass without what was done',
      challenges: [
        CHALLENGES,
        'Q1,A,2023-08-21,INFORMAL,2023-08-25,2023-08-24,,',
        'Q2,A,2023-08-21,FORMAL,,,,2023-08-24',
      ],
      faults: [
        'challenges.csv 2 withdrawn_date: is another day than resolved_date, 2023-08-25: it was the one or the other',
        'challenges.csv 3 cafcass_date: is there without what was done (cafcass: DISCUSSED or REFERRED)',
      ],
    },
    {
      what: 'stage 2 before stage 1',
      stages: [STAGES, 'Q1,1,,2023-08-22,,', 'Q1,2,,2023-08-21,,'],
      faults: ['challenge_stages.csv 3 started_date: is before stage 1 began, on 2023-08-22'],
    },
    {
      what: 'a stage without those before it',
      stages: [STAGES, 'Q1,1,,2023-08-22,,', 'Q1,3,,2023-08-23,,'],
      faults: ['challenge_stages.csv 3 stage: is there without stage 2'],
    },
    {
      what: 'a stage of a challenge that nobody knows, one with no number, and one that ends before it starts',
      stages: [STAGES, 'Q9,1,,2023-08-22,,', 'Q1,0,,2023-08-22,,', 'Q2,1,,2023-08-22,2023-08-21,'],
      faults: [
        'challenge_stages.csv 2 challenge_ref: is no challenge that is known here',
        'challenge_stages.csv 3 stage: is not more than 0',
        'challenge_stages.csv 4 ended_date: is before started_date, 2023-08-22',
      ],
    },
    {
      what: 'a stage before the challenge was raised, and one after it was over',
      challenges: [CHALLENGES, 'Q1,A,2023-08-21,INFORMAL,2023-08-25,,,', 'Q2,A,2023-08-21,FORMAL,,,,'],
      stages: [STAGES, 'Q1,1,,2023-08-21,,', 'Q1,2,,2023-08-28,,', 'Q2,1,,2023-08-18,,'],
      faults: [
        'challenge_stages.csv 3 started_date: is after the challenge was over, on 2023-08-25',
        'challenge_stages.csv 4 started_date: is before the challenge was raised, on 2023-08-21',
      ],
    },
  ]) {
    it(`judge ${what}`, async () => {
      const { faults: found } = await judgedFiles({ challenges, ...(stages && { challenge_stages: stages }) })
      assert.deepEqual(found, faults)
    })
  }

  it('judge a child of a challenge by whether both are known', async () => {
    const { faults } = await judgedFiles({
      challenges: [CHALLENGES, 'Q1,,2023-08-21,THEMED,,,,'],
      challenge_children: ['challenge_ref,child', 'Q1,A', 'Q1,Z', 'Q9,B'],
    })
    assert.deepEqual(faults, [
      'challenge_children.csv 3 child: is no child that is known here',
      'challenge_children.csv 4 challenge_ref: is no challenge that is known here',
    ])
  })
})

describe('stages, by the protocol that the authority has chosen,', () => {
  for (const { what, of, protocol = 'leicester', faults } of [
    { what: 'from the first to the last', of: ['Q1,1,informal,2023-08-21,,', 'Q1,2,formal_1,2023-08-22,,', 'Q1,3,formal_2,2023-08-23,,', 'Q1,4,director,2023-08-24,,', 'Q1,5,cafcass,2023-08-25,,'], faults: [] }, // prettier-ignore
    { what: 'with none named', of: ['Q1,1,,2023-08-21,,', 'Q1,2,,2023-08-22,,', 'Q2,1,,2023-08-21,,'], faults: [] },
    { what: 'to Cafcass at once, without a reason', of: ['Q2,1,formal_1,2023-08-21,,', 'Q2,2,cafcass,2023-08-21,,'], faults: [] }, // prettier-ignore
    { what: 'with one skipped for a reason', of: ['Q2,1,formal_1,2023-08-21,,', 'Q2,2,director,2023-08-21,,The manager is the concern'], faults: [] }, // prettier-ignore
    {
      what: 'with one skipped without a reason',
      of: ['Q2,1,formal_1,2023-08-21,,', 'Q2,2,director,2023-08-21,,'],
      faults: ['3 skipped_why: is blank though a stage of the protocol was skipped'],
    },
    {
      what: 'begun past the first without a reason',
      of: ['Q1,1,formal_2,2023-08-21,,'],
      faults: ['2 skipped_why: is blank though the challenge began past “Informal tracking and communication”'],
    },
    {
      what: 'backwards',
      of: ['Q2,1,formal_2,2023-08-21,,The manager is the concern', 'Q2,2,formal_1,2023-08-22,,'],
      faults: ['3 step: does not come after the stage before it in the protocol'],
    },
    {
      what: 'to a step that the protocol does not have',
      of: ['Q2,1,formal_1,2023-08-21,,', 'Q2,2,pre_cafcass,2023-08-22,,'],
      faults: ['3 step: is no stage of the protocol: informal, formal_1, formal_2, director, cafcass'],
    },
    {
      what: 'beyond the last',
      protocol: 'cheshireEast' as const,
      of: ['Q2,1,formal,2023-08-21,,', 'Q2,2,cafcass,2023-08-22,,', 'Q2,3,,2023-08-23,,'],
      faults: ['4 step: is blank though no stage comes after the one before'],
    },
    { what: 'from either informal one of Lancashire’s', protocol: 'lancashire' as const, of: ['Q1,1,alert,2023-08-21,,', 'Q1,2,formal,2023-08-22,,Not answered'], faults: [] }, // prettier-ignore
  ]) {
    it(`are judged ${what}`, async () => {
      const settings = protocolSetting.as(protocols[protocol])
      const { faults: found } = await judgedFiles({ challenges: open, challenge_stages: [STAGES, ...of] }, { settings })
      assert.deepEqual(
        found,
        faults.map((fault) => `challenge_stages.csv ${fault}`),
      )
    })
  }

  it('are followed from the day that the protocol names', async () => {
    const leicester = protocols.leicester
    const settings = protocolSetting.as({ ...leicester, rule: { ...leicester.rule, from: '2023-08-22' } })
    const { faults } = await judgedFiles(
      { challenges: open, challenge_stages: [STAGES, 'Q2,1,another,2023-08-21,,'] },
      { settings },
    )
    assert.deepEqual(faults, [])
  })
})
