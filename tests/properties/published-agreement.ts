import type { LevelId } from '../oracle/criteria-questions.ts';

/** How the lowest level that the rules prove compares with the level that a published source assigned. */
export interface Agreement {
  readonly id: string;
  readonly assigned: LevelId;
  readonly lowest: LevelId;
  /** One line for each case that differs: which fact is unknown, or where the rules are stricter. */
  readonly why?: string;
}

/** The published cases whose source assigned one of the four levels; residential care counts as inpatient. */
export const AGREEMENT: readonly Agreement[] = [
  { id: 'dfs-123899', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'dfs-121514', assigned: 'inpatient', lowest: 'inpatient' },
  {
    id: 'dfs-129385',
    assigned: 'php',
    lowest: 'iop',
    why: 'ready to leave hospital with moderate, improving symptoms; what she needs to be safe between visits is unknown',
  },
  { id: 'dfs-140149', assigned: 'php', lowest: 'php' },
  { id: 'dfs-128761', assigned: 'iop', lowest: 'iop' },
  { id: 'dfs-133533', assigned: 'inpatient', lowest: 'inpatient' },
  {
    id: 'dfs-141980',
    assigned: 'inpatient',
    lowest: 'php',
    why: 'in 24-hour care, and whether she is ready to step down is unknown; daily monitoring alone proves PHP',
  },
  { id: 'dfs-135732', assigned: 'inpatient', lowest: 'inpatient' },
  {
    id: 'dfs-146029',
    assigned: 'inpatient',
    lowest: 'iop',
    why: 'placed for addiction; monitoring need, safety between visits and self-care are unknown',
  },
  {
    id: 'dfs-114419',
    assigned: 'inpatient',
    lowest: 'iop',
    why: 'in 24-hour care, and whether he is ready to step down is unknown; monitoring need is unknown too',
  },
  { id: 'crt-wa-jd', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'crt-mt-trs', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'crt-md-jcn', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'ex-var-c', assigned: 'outpatient', lowest: 'outpatient' },
  { id: 'ex-bed-1', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'ex-bed-2', assigned: 'outpatient', lowest: 'outpatient' },
  { id: 'ex-bed-4', assigned: 'outpatient', lowest: 'outpatient' },
  { id: 'ex-ivc-29', assigned: 'inpatient', lowest: 'inpatient' },
  { id: 'ex-act-1', assigned: 'outpatient', lowest: 'outpatient' },
  { id: 'ex-cp-mrh', assigned: 'inpatient', lowest: 'inpatient' },
  {
    id: 'cl-str',
    assigned: 'iop',
    lowest: 'outpatient',
    why: 'only the condition and the hours are known; nothing is said of severity, function or earlier therapy',
  },
  {
    id: 'cl-blo',
    assigned: 'iop',
    lowest: 'outpatient',
    why: 'only conditions and present care are known; nothing is said of severity, function or how therapy helps',
  },
  { id: 'cl-hea', assigned: 'iop', lowest: 'iop' },
  {
    id: 'cl-sdn-1',
    assigned: 'outpatient',
    lowest: 'iop',
    why: 'sent home with watchful family; active thoughts and safety that rests on support are at least IOP here',
  },
  {
    id: 'cl-sdn-2',
    assigned: 'outpatient',
    lowest: 'iop',
    why: 'at the usual chronic level; long-standing suicidality is placed like acute here, and crises are frequent',
  },
  { id: 'fp-iop-1', assigned: 'iop', lowest: 'iop' },
  { id: 'fp-iop-2', assigned: 'iop', lowest: 'iop' },
  {
    id: 'fp-iop-3',
    assigned: 'iop',
    lowest: 'outpatient',
    why: 'therapy helps only in part, but trend, work, relationships and self-care are unknown',
  },
  { id: 'fp-iop-4', assigned: 'iop', lowest: 'iop' },
  {
    id: 'fp-iop-5',
    assigned: 'iop',
    lowest: 'outpatient',
    why: 'manages at work; trend, relationships, self-care and further warning signs are unknown',
  },
  {
    id: 'fp-php-1',
    assigned: 'php',
    lowest: 'iop',
    why: 'guarded, but the suicidal thoughts at this assessment, which would make it PHP, are unknown',
  },
  {
    id: 'fp-php-3',
    assigned: 'php',
    lowest: 'iop',
    why: 'left hospital two weeks ago, coded as outpatient now; severity, safety and thoughts are unknown',
  },
  { id: 'fp-php-4', assigned: 'php', lowest: 'php' },
  {
    id: 'fp-php-5',
    assigned: 'php',
    lowest: 'iop',
    why: 'ready to leave hospital; severity, suicidal thoughts and self-harm, which would make it PHP, are unknown',
  },
  {
    id: 'fp-php-7',
    assigned: 'php',
    lowest: 'outpatient',
    why: 'severe, but present care is unknown: improving under helpful weekly therapy is not ruled out',
  },
  { id: 'fp-php-8', assigned: 'php', lowest: 'php' },
  { id: 'fp-res-1', assigned: 'inpatient', lowest: 'inpatient' },
];
