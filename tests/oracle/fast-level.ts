import { ANSWER_IDS, type CaseCodes, OPEN_CODE, positionOf } from './case-codes.ts';
import type { AnswerId, OrderedQuestionId } from './criteria-questions.ts';

type Test = (codes: CaseCodes) => boolean;

/** The answer is this one or a more serious one, whether or not the question applies. */
function from<Q extends OrderedQuestionId>(question: Q, answer: AnswerId<Q>): Test {
  const position = positionOf(question);
  const rank = ANSWER_IDS[position]?.indexOf(answer) ?? OPEN_CODE;
  return (codes) => (codes[position] ?? OPEN_CODE) >= rank;
}

const treatmentChange = positionOf('treatment_change');
const treatmentChanges: Test = (codes) => (codes[treatmentChange] ?? OPEN_CODE) > 0;

const passive = from('suicidal_thoughts', 'passive');
const active = from('suicidal_thoughts', 'active');
const plan = from('suicidal_thoughts', 'plan');
const intent = from('suicidal_thoughts', 'intent');
const attemptRecent = from('suicidal_behavior', 'recent');
const attemptVeryRecent = from('suicidal_behavior', 'very_recent');
const means = from('means_or_preparation', 'access_to_means');
const preparing = from('means_or_preparation', 'preparatory_acts');
const guarded = from('information', 'guarded_or_contradicted');
const harmsSelf = from('self_harm', 'occasional');
const harmsSelfOften = from('self_harm', 'frequent');
const harmsSelfSeriously = from('self_harm', 'medically_serious');
const thinksOfHarm = from('harm_to_others', 'thoughts');
const violent = from('harm_to_others', 'recent_violence');
const plansHarm = from('harm_to_others', 'plan_or_intent');
const severalContacts = from('monitoring_need', 'several_times_a_week');
const dailyContact = from('monitoring_need', 'daily');
const supervision = from('monitoring_need', 'continuous');
const safeWithSupport = from('safe_between_visits', 'with_support');
const notSafe = from('safe_between_visits', 'no');
const someCrises = from('crisis_contacts', 'some');
const frequentCrises = from('crisis_contacts', 'frequent');
const managedImpairment = from('reality_testing', 'impaired_but_managed');
const growingImpairment = from('reality_testing', 'new_or_growing');
const lostReality = from('reality_testing', 'lost');
const medical24Hours = from('medical_needs', 'needs_24_hour_care');
const regularUse = from('substance_use', 'regular');
const riskyUse = from('substance_use', 'risky');
const blockingUse = from('substance_use', 'prevents_participation');
const moderate = from('symptom_severity', 'moderate');
const severe = from('symptom_severity', 'severe');
const notImproving = from('symptom_trend', 'unchanged');
const worsening = from('symptom_trend', 'worsening');
const missesWork = from('work_or_school', 'often_missing');
const cannotWork = from('work_or_school', 'unable');
const withdraws = from('relationships', 'withdrawing');
const isolated = from('relationships', 'isolated');
const struggles = from('self_care', 'struggling');
const needsSupervision = from('self_care', 'needs_supervision');
const coOccurring = from('co_occurring', 'mental_health');
const overwhelmed = from('stressors', 'overwhelming');
const inProgram = from('care_now', 'iop');
const inPhpOrHigher = from('care_now', 'php');
const inHospital = from('care_now', 'inpatient');
const notReady = from('program_progress', 'still_needs_this_level');
const getsWorse = from('program_progress', 'worsening');
const therapyNotHelping = from('weekly_therapy', 'not_tried');
const therapyPartial = from('weekly_therapy', 'partial');
const therapiesFailed = from('weekly_therapy', 'several_approaches_failed');
const medicationPartial = from('medication_response', 'partial');
const resistant = from('medication_response', 'resistant');
const cannotAttend = from('attendance', 'symptoms_prevent');
const noSafePlace = from('living_situation', 'no_safe_place');
const nobodyAtNight = from('off_hours_support', 'none');

const inIop: Test = (c) => inProgram(c) && !inPhpOrHigher(c);
const inPhp: Test = (c) => inPhpOrHigher(c) && !inHospital(c);
const insufficientTherapy: Test = (c) => !inProgram(c) && therapyPartial(c);
const heldByTherapy: Test = (c) => !inProgram(c) && !therapyNotHelping(c) && !notImproving(c);
const disturbsLife: Test = (c) => missesWork(c) || withdraws(c) || struggles(c);

/** A suicide risk that, put together, cannot wait until tomorrow. */
const suicidalEmergency: Test = (c) =>
  intent(c) ||
  (plan(c) && (attemptRecent(c) || riskyUse(c) || growingImpairment(c) || nobodyAtNight(c))) ||
  (plan(c) && (means(c) || guarded(c))) ||
  (active(c) && (preparing(c) || attemptVeryRecent(c))) ||
  (guarded(c) && (attemptVeryRecent(c) || preparing(c) || (means(c) && active(c))));

const needs24Hours: Test = (c) =>
  plansHarm(c) ||
  supervision(c) ||
  notSafe(c) ||
  lostReality(c) ||
  medical24Hours(c) ||
  needsSupervision(c) ||
  (inHospital(c) && notReady(c)) ||
  (inPhp(c) && getsWorse(c) && (plan(c) || harmsSelfSeriously(c) || safeWithSupport(c)));

const safetyNeedsDays: Test = (c) =>
  dailyContact(c) ||
  plan(c) ||
  attemptVeryRecent(c) ||
  (attemptRecent(c) && (active(c) || safeWithSupport(c) || worsening(c))) ||
  (guarded(c) && (active(c) || thinksOfHarm(c) || attemptRecent(c))) ||
  preparing(c) ||
  harmsSelfSeriously(c) ||
  violent(c) ||
  growingImpairment(c) ||
  (safeWithSupport(c) && nobodyAtNight(c));

function escalates(c: CaseCodes): boolean {
  if (!severe(c) || !worsening(c) || !active(c)) return false;
  const fronts =
    Number(frequentCrises(c)) +
    Number(harmsSelfOften(c)) +
    Number(safeWithSupport(c)) +
    Number(riskyUse(c)) +
    Number(struggles(c)) +
    Number(cannotWork(c));
  return fronts >= 2;
}

const severeEverywhere: Test = (c) => severe(c) && cannotWork(c) && isolated(c) && struggles(c);

/** A program that is left too early, or that no longer holds the person. */
const programNeedsDays: Test = (c) =>
  (inPhp(c) && (notReady(c) || active(c) || harmsSelfOften(c))) ||
  (inHospital(c) && (severe(c) || active(c) || harmsSelfOften(c))) ||
  (inIop(c) && getsWorse(c) && (active(c) || harmsSelfOften(c) || frequentCrises(c))) ||
  (inIop(c) && getsWorse(c) && (thinksOfHarm(c) || safeWithSupport(c) || riskyUse(c)));

const safetyNeedsProgram: Test = (c) =>
  active(c) ||
  guarded(c) ||
  thinksOfHarm(c) ||
  attemptRecent(c) ||
  harmsSelfOften(c) ||
  frequentCrises(c) ||
  severalContacts(c) ||
  safeWithSupport(c) ||
  riskyUse(c);

function manySigns(c: CaseCodes): boolean {
  if (!moderate(c) || heldByTherapy(c) || !(disturbsLife(c) || passive(c))) return false;
  const signs =
    Number(missesWork(c)) +
    Number(withdraws(c)) +
    Number(struggles(c)) +
    Number(passive(c) || harmsSelf(c)) +
    Number(coOccurring(c) || regularUse(c) || managedImpairment(c)) +
    Number(overwhelmed(c)) +
    Number(worsening(c)) +
    Number(treatmentChanges(c)) +
    Number(someCrises(c)) +
    Number(insufficientTherapy(c) || medicationPartial(c));
  return signs >= 3;
}

const lifeNeedsProgram: Test = (c) =>
  (severe(c) && !heldByTherapy(c)) ||
  cannotWork(c) ||
  (insufficientTherapy(c) && moderate(c) && notImproving(c) && disturbsLife(c)) ||
  inPhpOrHigher(c) ||
  (inIop(c) && notReady(c)) ||
  (!inProgram(c) && moderate(c) && (therapiesFailed(c) || (resistant(c) && therapyPartial(c))));

const passesIop: Test = (c) => cannotAttend(c) || blockingUse(c) || noSafePlace(c);
const passesPhp: Test = (c) =>
  noSafePlace(c) && (dailyContact(c) || safeWithSupport(c) || active(c) || struggles(c) || riskyUse(c));

function neededLevel(codes: CaseCodes): number {
  if (suicidalEmergency(codes) || needs24Hours(codes)) return 3;
  if (safetyNeedsDays(codes) || escalates(codes) || severeEverywhere(codes) || programNeedsDays(codes))
    return 2;
  return safetyNeedsProgram(codes) || lifeNeedsProgram(codes) || manySigns(codes) ? 1 : 0;
}

/**
 * The level of a complete case as an index, for enumerating completions by the million. Written apart from the
 * readable predicates, and only to be trusted where a test has compared it with `oracleLevel`.
 */
export function fastLevel(codes: CaseCodes): number {
  let level = neededLevel(codes);
  if (level === 1 && passesIop(codes)) level = 2;
  if (level === 2 && passesPhp(codes)) level = 3;
  return level;
}
