/** The return's codes that people read, in words, and the groups in which services report them. */

export const placementTypes: Readonly<Record<string, string>> = {
  A3: 'Placed for adoption by consent, with current foster carer',
  A4: 'Placed for adoption by consent, with another family',
  A5: 'Placed for adoption under a placement order, with current foster carer',
  A6: 'Placed for adoption under a placement order, with another family',
  H5: 'Semi-independent living',
  K1: 'Secure children’s home',
  K2: 'Children’s home',
  K3: 'Supported accommodation',
  M1: 'Missing or absent (M1, older returns)',
  M2: 'Missing or absent (M2, older returns)',
  M3: 'Missing or absent (M3, older returns)',
  P1: 'With own parents or others with parental responsibility',
  P2: 'Independent living',
  P3: 'Residential employment',
  Q1: 'Foster care with a relative or friend (older returns)',
  Q2: 'Foster care with another carer (older returns)',
  R1: 'Residential care home',
  R2: 'NHS, health or nursing establishment',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution or prison',
  S1: 'Residential school',
  T0: 'Temporary placement',
  T1: 'Temporarily in hospital',
  T2: 'Temporarily on holiday',
  T3: 'Temporarily elsewhere while the foster carer is on holiday',
  T4: 'Temporarily elsewhere for seven days or less',
  U1: 'Foster care with a relative or friend, long term',
  U2: 'Foster care with a relative or friend who is an approved adopter',
  U3: 'Foster care with a relative or friend, not long term',
  U4: 'Foster care with another carer, long term',
  U5: 'Foster care with another carer who is an approved adopter',
  U6: 'Foster care with another carer, not long term',
  Z1: 'Other placement',
  Z11: 'Other placement (Z11)',
  Z12: 'Other placement (Z12)',
  Z13: 'Other placement (Z13)',
  Z14: 'Other placement (Z14)',
}

export const legalStatuses: Readonly<Record<string, string>> = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Accommodated under section 20',
  V3: 'Short breaks, each recorded',
  V4: 'Short breaks under an agreement',
  J1: 'Remanded to local authority or youth detention accommodation',
  J2: 'Accommodated under the Police and Criminal Evidence Act',
  J3: 'Youth rehabilitation order with residence or intensive fostering',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
}

export const reasonsCeased: Readonly<Record<string, string>> = {
  E11: 'Adopted, application unopposed',
  E12: 'Adopted, consent dispensed with by the court',
  E13: 'Left to live with parents, relatives or others without parental responsibility',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessment found the person to be 18 or over',
  E16: 'Moved abroad',
  E17: 'Aged 18 or over and stayed with current carers',
  E2: 'Died',
  E3: 'Care taken over by another local authority in the UK',
  E4: 'Returned home',
  E41: 'Residence order or child arrangements order',
  E43: 'Special guardianship order to former foster carer',
  E44: 'Special guardianship order to another carer',
  E45: 'Special guardianship order to former foster carer who is a relative or friend',
  E46: 'Special guardianship order to former foster carer who is not a relative or friend',
  E47: 'Special guardianship order to another carer who is a relative or friend',
  E48: 'Special guardianship order to another carer who is not a relative or friend',
  E4A: 'Returned home as part of the care plan',
  E4B: 'Returned home outside the care plan',
  E5: 'Moved to independent living with formal support',
  E6: 'Moved to independent living without formal support',
  E7: 'Moved to residential care paid for by adult social care',
  E8: 'Ceased for any other reason',
  E9: 'Sentenced to custody',
  not_recorded: 'Reason not recorded',
}

export const categoriesOfNeed: Readonly<Record<string, string>> = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability or illness',
  N3: 'Parent’s illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
}

export const providers: Readonly<Record<string, string>> = {
  PR0: 'Parents or others with parental responsibility',
  PR1: 'Own provision',
  PR2: 'Another local authority',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary or third sector provision',
}

export const participationCodes: Readonly<Record<string, string>> = {
  PN0: 'Aged under 4 at the review',
  PN1: 'Attended and spoke for themselves',
  PN2: 'Attended, an advocate spoke for them',
  PN3: 'Attended and gave views without speech',
  PN4: 'Attended but gave no views',
  PN5: 'Did not attend, briefed an advocate',
  PN6: 'Did not attend, sent views another way',
  PN7: 'Did not attend and gave no views',
  not_recorded: 'Not recorded',
}

/** How services group placements. Source: contract, `cla.by_placement_group`. */
export const placementGroups: Readonly<Record<string, string>> = {
  kinship: 'Foster care with relatives or friends',
  la_foster: 'Foster care, local authority',
  independent_foster: 'Foster care, independent',
  residential: 'Residential care',
  supported_lodgings: 'Supported lodgings and accommodation',
  adoption: 'Placed for adoption',
  other: 'Other',
}

/** The key of `placementGroups` that a placement falls under. */
export function placementGroup(type: string, provider: string): string {
  if (['U1', 'U2', 'U3', 'Q1'].includes(type)) return 'kinship'
  if (['U4', 'U5', 'U6', 'Q2'].includes(type))
    return ['PR4', 'PR5'].includes(provider) ? 'independent_foster' : 'la_foster'
  if (['K1', 'K2', 'R1', 'R2', 'R3', 'S1'].includes(type)) return 'residential'
  if (['H5', 'K3'].includes(type)) return 'supported_lodgings'
  return isAdoptivePlacement(type) ? 'adoption' : 'other'
}

const adoptivePlacements: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6'])
export const isAdoptivePlacement = (type: string): boolean => adoptivePlacements.has(type)

/** Foster care by the codes of any year. */
export const isFosterPlacement = (type: string): boolean => /^(U[1-6]|Q[12])$/.test(type)

/**
 * Temporary placements (T0 to T4) never start or end a placement, nor did being missing, which older returns recorded as
 * one (M1 to M3). CLK-REV-4.
 */
export const isTemporaryPlacement = (type: string): boolean => temporaryPlacements.has(type)
const temporaryPlacements: ReadonlySet<string> = new Set(['T0', 'T1', 'T2', 'T3', 'T4', 'M1', 'M2', 'M3'])

/** V3 and V4 are left out of every count of children looked after. */
export const isShortBreak = (legalStatus: string): boolean => legalStatus === 'V3' || legalStatus === 'V4'

/** The sex that a code of the return says: 1 and 2 before 2024-25, letters since. Null for any other. */
export const sexOf = (code: string): 'male' | 'female' | null => sexes[code] ?? null

const sexes: Readonly<Record<string, 'male' | 'female'>> = { 1: 'male', M: 'male', 2: 'female', F: 'female' }

export const ethnicGroups: Readonly<Record<string, string>> = {
  white: 'White',
  mixed: 'Mixed or multiple ethnic groups',
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  other: 'Other ethnic group',
  not_known: 'Refused or not yet obtained',
}

/**
 * The key of `ethnicGroups` that the return's code falls under: by its first letter; Chinese (CHNE) with other groups,
 * where the return's own list has it.
 */
export function ethnicGroup(code: string): string {
  if (code === 'CHNE') return 'other'
  const groups: Readonly<Record<string, string>> = { W: 'white', M: 'mixed', A: 'asian', B: 'black', O: 'other' }
  return groups[code.slice(0, 1)] ?? 'not_known'
}

/** A code's words, with the code itself where it has none. */
export const labelIn = (labels: Readonly<Record<string, string>>, code: string): string =>
  labels[code] ?? (code === '' ? 'Not recorded' : `Code ${code}, not in the return’s list`)
