/**
 * The codes that a column may hold, as the rules have them in the newest ruleset; a list that differs in older
 * rulesets says so beside it. Source: DfE, guide to the SSDA903 collection; checked against each code-list rule.
 */
const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Header.SEX and UASC.SEX from 2024-25. */
export const sexes = codes('M F U')
/** Header.SEX and UASC.SEX until 2023-24: male and female. */
export const sexesUntil2023 = codes('1 2')
/** SEX of a male and of a female, by the codes of any ruleset. */
export const male = codes('1 M')
export const female = codes('2 F')

export const ethnicities = codes(
  'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
)
/** What stands in UPN where there is no number. */
export const reasonsForNoUpn = codes('UN1 UN2 UN3 UN4 UN5')

/** 0: no, 1: yes. */
export const noOrYes = codes('0 1')

export const reasonsForNewEpisode = codes('S L P T B U')
/** RNE of an episode that carries on from another: all but S. */
export const continuations = codes('L P T B U')

export const legalStatuses = codes('C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3')
/** Series of short breaks: left out of many rules. */
export const shortBreaks = codes('V3 V4')

export const categoriesOfNeed = codes('N1 N2 N3 N4 N5 N6 N7 N8')

/** Placement types from 2025-26. */
export const placementTypes = codes(
  'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14',
)
/** Placement types of 2024-25: Z1 not yet divided, H5 and P2 still there, K3 new. */
export const placementTypesOf2024 = codes(
  'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1',
)
/** Placement types until 2023-24. */
export const placementTypesUntil2023 = codes(
  'A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1',
)
/** What Z1 (other placements) was divided into in 2025-26. */
export const otherPlacements = codes('Z11 Z12 Z13 Z14')
/** Placements for a short time, after which the child goes back to the placement before. */
export const temporaryPlacements = codes('T0 T1 T2 T3 T4')
export const fosterPlacements = codes('U1 U2 U3 U4 U5 U6')
export const adoptionPlacements = codes('A3 A4 A5 A6')

export const placementProviders = codes('PR0 PR1 PR2 PR3 PR4 PR5')

export const reasonsEpisodeCeased = codes(
  'X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17',
)
/** REC where the child stops being looked after: all but X1. */
export const reasonsCareCeased = new Set([...reasonsEpisodeCeased].filter((reason) => reason !== 'X1'))
export const adopted = codes('E11 E12')

export const reasonsPlacementChanged = codes('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER')

export const participationCodes = codes('PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7')
export const sdqReasons = codes('SDQ1 SDQ2 SDQ3 SDQ4 SDQ5')
export const missingKinds = codes('M A')

export const inTouchCodes = codes('YES NO DIED REFU NREQ RHOM')
export const activities = codes('F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0')
/** ACCOM of care leavers in a foyer; DfE's rules call both by their letter. */
export const foyers = codes('T T1 T2')
/** ACCOM of care leavers who live with the carers who fostered them. */
export const formerFosterCarers = codes('Z1 Z2')
export const accommodations = codes(
  'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0',
)

export const numbersOfAdopters = codes('1 2')
export const sexesOfAdopters = codes('M1 F1 MM FF MF')
export const legalStatusesOfAdopters = codes('L0 L11 L12 L2 L3 L4')
export const reasonsNoLongerPlacedForAdoption = codes('RD1 RD2 RD3 RD4')

export const previousPermanenceCodes = codes('P1 P2 P3 P4 Z1')
/**
 * PrevPerm.LA_PERM: the authorities of England by DfE's number, those that are no more too, and 999; Wales, Scotland,
 * Northern Ireland, and NUK for outside the United Kingdom.
 */
export const authoritiesOfPermanence = codes(
  '201 202 203 204 205 206 207 208 209 210 211 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 ' +
    '316 317 318 319 320 330 331 332 333 334 335 336 340 341 342 343 344 350 351 352 353 354 355 356 357 358 359 370 ' +
    '371 372 373 380 381 382 383 384 390 391 392 393 394 420 800 801 802 803 805 806 807 808 810 811 812 813 815 816 ' +
    '821 822 823 825 826 830 831 835 836 837 838 839 840 841 845 846 850 851 852 855 856 857 860 861 865 866 867 868 ' +
    '869 870 871 872 873 874 876 877 878 879 880 881 882 883 884 885 886 887 888 889 890 891 892 893 894 895 896 908 ' +
    '909 916 919 921 925 926 928 929 931 933 935 936 937 938 940 941 942 943 999 WAL SCO NIR NUK',
)
export const socialWorkerChangeReasons = codes('MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS')
