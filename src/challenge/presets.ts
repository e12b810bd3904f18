import type { Preset } from '../settings/setting.ts'
import type { Protocol } from './domain/protocol.ts'
import { protocolSetting } from './settings.ts'

type Stage = Exclude<Protocol['stage1'], undefined>

/** A protocol of these stages. `firstFormal`, `cafcass`: the numbers of the first formal stage and of the referral. */
function protocol(
  rule: Omit<Protocol['rule'], 'startsAt'> & Partial<Pick<Protocol['rule'], 'startsAt'>>,
  stages: readonly Stage[],
): Protocol {
  const [stage1, stage2, stage3, stage4, stage5] = stages
  return {
    rule: { startsAt: 'formal_raised', ...rule },
    ...(stage1 && { stage1 }),
    ...(stage2 && { stage2 }),
    ...(stage3 && { stage3 }),
    ...(stage4 && { stage4 }),
    ...(stage5 && { stage5 }),
  }
}

const stage = (key: string, label: string, owner?: string, workingDays?: number): Stage => ({
  key,
  label,
  ...(owner !== undefined && { owner }),
  ...(workingDays !== undefined && { workingDays }),
})

/**
 * The protocols that five published reports print (rulebook F, CLK-DRP-3), with their own labels. Where a report prints no
 * number of days, there is none.
 */
export const protocols = {
  cheshireEast: protocol(
    {
      source: 'Cheshire East IRO annual report 2023-24, Dispute Resolution',
      overallWorkingDays: 20,
      startsAt: 'informal_raised',
      firstFormal: 2,
      cafcass: 3,
    },
    [
      stage('informal', 'Informal Quality Assurance Alert', 'team manager', 5),
      stage('formal', 'Formal alert', 'senior manager', 10),
      stage('cafcass', 'CAFCASS (IRO may escalate)', 'CAFCASS'),
    ],
  ),
  westminster: protocol(
    {
      source: 'Westminster IRO annual report 2022-23, section 9',
      overallWorkingDays: 20,
      firstFormal: 2,
      cafcass: 5,
    },
    [
      stage('informal', 'Informal challenge', 'social work locality team'),
      stage('formal_1', 'Formal, stage one'),
      stage('formal_2', 'Formal, stage two'),
      stage('senior', 'Senior management', 'senior management'),
      stage('cafcass', 'CAFCASS', 'CAFCASS'),
    ],
  ),
  leicester: protocol(
    { source: 'Leicester IRO annual report 2020-21, section 5.3', overallWorkingDays: 20, firstFormal: 2, cafcass: 5 },
    [
      stage('informal', 'Informal tracking and communication', 'social worker or manager'),
      stage('formal_1', 'Formal escalation (electronic form)', 'social worker or team manager'),
      stage('formal_2', 'Service Manager or Head of Service', 'service manager or head of service'),
      stage('director', 'Director', 'director'),
      stage('cafcass', 'CAFCASS', 'CAFCASS'),
    ],
  ),
  blackpool: protocol(
    { source: 'Blackpool IRO annual report 2013-14, section 9', overallWorkingDays: 20, firstFormal: 2, cafcass: 4 },
    [
      stage('informal', 'Issues Resolution, informal'),
      stage('formal', 'Issues Resolution, formal', 'relevant service managers'),
      stage(
        'pre_cafcass',
        'Notify Head of Children’s Social Care and Principal Social Worker',
        'Head of Children’s Social Care and Principal Social Worker',
      ),
      stage('cafcass', 'CAFCASS Legal', 'CAFCASS'),
    ],
  ),
  blackpoolFostering: protocol({ source: 'Blackpool IRO annual report 2013-14, section 9.5', firstFormal: 2 }, [
    stage('informal', 'Informal'),
    stage(
      'formal',
      'Professionals’ meeting',
      'fostering service manager, social work service manager and fostering IRO',
    ),
    stage('head', 'Referral by Principal Social Worker', 'Head of Children’s Social Care'),
    stage('dcs', 'Referral by Principal Social Worker to the director', 'Assistant Chief Executive or director'),
  ]),
  lancashire: protocol(
    {
      source: 'Lancashire IRO annual report 2023-24, IRO Challenge',
      overallWorkingDays: 20,
      firstFormal: 3,
      cafcass: 4,
    },
    [
      stage('alert', 'Management Alert', 'manager'),
      stage('informal', 'Informal Resolution'),
      stage('formal', 'Outcome Resolution'),
      stage('cafcass', 'CAFCASS', 'CAFCASS'),
    ],
  ),
} as const satisfies Readonly<Record<string, Protocol>>

const preset = (name: keyof typeof protocols, label: string): Preset => ({
  name,
  label,
  settings: protocolSetting.as(protocols[name]),
})

/** The protocols among the named sets of local rules. */
export const challengePresets: readonly Preset[] = [
  preset('cheshireEast', 'Cheshire East 2023-24: challenges answered in 5 working days, formal ones in 10 more'),
  preset('westminster', 'Westminster 2022-23: challenges in two formal stages, then senior management'),
  preset('leicester', 'Leicester 2020-21: challenges by an electronic form, to the director and Cafcass'),
  preset('blackpool', 'Blackpool 2013-14: issues resolution, informal and formal, then Cafcass Legal'),
  preset(
    'blackpoolFostering',
    'Blackpool 2013-14, fostering: a professionals’ meeting, then referral by the Principal Social Worker',
  ),
  preset('lancashire', 'Lancashire 2023-24: management alert, informal resolution, outcome resolution'),
]
