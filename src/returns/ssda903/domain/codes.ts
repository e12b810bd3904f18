import {
  categoriesOfNeed,
  legalStatuses,
  participationCodes,
  placementTypes,
  providers,
  reasonsCeased,
} from '../../../children/domain/codes.ts'
import { type TableName, tableNames } from '../tables.ts'
import { storedColumns } from './content.ts'

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const keys = (labels: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.keys(labels).filter((code) => code !== 'not_recorded'))
const yesOrNo = codes('0 1')

/** The codes that returns of any year may hold. Source: the code sets of the validation rules 2022-23 to 2026-27. */
const knownCodes: Readonly<Partial<Record<TableName, Readonly<Record<string, ReadonlySet<string>>>>>> = {
  Header: {
    SEX: codes('1 2 M F U'),
    ETHNIC: codes(
      'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
    ),
    MOTHER: yesOrNo,
  },
  Episodes: {
    RNE: codes('S L P T B U'),
    LS: keys(legalStatuses),
    CIN: keys(categoriesOfNeed),
    PLACE: keys(placementTypes),
    PLACE_PROVIDER: keys(providers),
    REC: keys({ ...reasonsCeased, X1: '' }),
    REASON_PLACE_CHANGE: codes('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'),
  },
  Reviews: { REVIEW_CODE: keys(participationCodes) },
  OC2: {
    SDQ_REASON: codes('SDQ1 SDQ2 SDQ3 SDQ4 SDQ5'),
    CONVICTED: yesOrNo,
    HEALTH_CHECK: yesOrNo,
    IMMUNISATIONS: yesOrNo,
    TEETH_CHECK: yesOrNo,
    HEALTH_ASSESSMENT: yesOrNo,
    SUBSTANCE_MISUSE: yesOrNo,
    INTERVENTION_RECEIVED: yesOrNo,
    INTERVENTION_OFFERED: yesOrNo,
  },
  OC3: {
    IN_TOUCH: codes('YES NO DIED REFU NREQ RHOM'),
    ACTIV: codes('F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0'),
    ACCOM: codes('B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0'),
  },
  AD1: {
    FOSTER_CARE: yesOrNo,
    NB_ADOPTR: codes('1 2'),
    SEX_ADOPTR: codes('M1 F1 MM FF MF'),
    LS_ADOPTR: codes('L0 L11 L12 L2 L3 L4'),
  },
  PlacedAdoption: { REASON_PLACED_CEASED: codes('RD1 RD2 RD3 RD4') },
  PrevPerm: { PREV_PERM: codes('P1 P2 P3 P4 Z1') },
  Missing: { MISSING: codes('M A') },
}

export interface CodedColumn {
  column: string
  index: number
  codes: ReadonlySet<string>
}

/** The columns of a table that hold codes, with where they stand in a stored row. */
export const codedColumns: ReadonlyMap<TableName, readonly CodedColumn[]> = new Map(
  tableNames.map((table) => [
    table,
    Object.entries(knownCodes[table] ?? {}).map(([column, allowed]) => ({
      column,
      index: storedColumns(table).indexOf(column),
      codes: allowed,
    })),
  ]),
)

/** Codes of earlier years with those that took their place: `H5` is `K3` since 2023-24. */
const successors: Readonly<Record<string, readonly string[]>> = {
  Q1: ['U1', 'U2', 'U3'],
  Q2: ['U4', 'U5', 'U6'],
  H5: ['K3'],
  Z1: ['Z11', 'Z12', 'Z13', 'Z14'],
  E4: ['E4A', 'E4B'],
  E43: ['E45', 'E46'],
  E44: ['E47', 'E48'],
}

/** Whether two codes of one column may say the same, each in its own year. */
export const maySayTheSame = (a: string, b: string): boolean =>
  a === b || (successors[a]?.includes(b) ?? false) || (successors[b]?.includes(a) ?? false)
