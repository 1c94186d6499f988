import { parse } from 'yaml';
import { check } from '../../../src/analysis/check/check.ts';
import { verify } from '../../../src/analysis/verify/verify.ts';
import { compile } from '../../../src/diagram/compile.ts';
import type { Finding } from '../../../src/rule-set/finding.ts';
import { loadRuleSet } from '../../../src/rule-set/load.ts';
import { loadGuarantees } from '../../../src/rule-set/load-guarantees.ts';

const level = (id: string) => `
  - id: ${id}
    name: ${id}
    place: somewhere
    dose: some hours
    suited_for: some people
    length: some weeks
    week: some days
    review: now and then
    next_step: the next level
    sources: [{ document: guide }]`;

const HEADER = `
rule_set: base
version: '1.0.0'
title: A rule set for trying things out
intended_users: nobody
population: adults
not_for: [real cases]
demographics: none is used
validation: none
time_frame: past two weeks
emergency: call for help
levels:${['outpatient', 'iop', 'inpatient'].map(level).join('')}
dimensions: [safety]
sources: [{ id: guide, title: A guide, citation: A guide }]
`;

const answer = (id: string) => `{ id: '${id}', label: ${id} it is, means: it is ${id}, phrase: says ${id} }`;
const question = (id: string, answers: readonly string[]) => `
  - id: ${id}
    title: ${id}
    prompt: How about ${id}?
    window: now
    help: ask
    answers: [${answers.map(answer).join()}]`;
const rule = (id: string, body: string) => `
  - { id: safety.${id}, ${body}, because: it is so, sources: [{ document: guide }] }`;

const SAFETY = `
dimension: safety
title: Safety
questions:${[
  question('suicidal_thoughts', ['none', 'passive', 'active', 'plan']),
  question('safe_at_home', ['yes', 'with_support', 'no']),
  question('sleep', ['good', 'poor']),
].join('')}
rules:${[
  rule('plan', 'at_least: inpatient, alert: a plan, when: { suicidal_thoughts: plan }'),
  rule('active-thoughts', 'at_least: iop, when: { suicidal_thoughts: active }'),
  rule('passive-thoughts', 'advise: ask again, when: { suicidal_thoughts: passive }'),
  rule('support', 'advise: agree who to call, when: { safe_at_home: with_support }'),
  rule('home', 'advise: look for a safe place, when: { safe_at_home: "no" }'),
  rule('sleep', 'advise: sleep hygiene, when: { sleep: poor }'),
].join('')}
`;

/** A rule set without findings, into which the questions, rules and guarantees of a page are put. */
export function findingsOf(snippet: string): readonly Finding[] {
  const safety = parse(SAFETY);
  const added = parse(snippet) ?? {};
  const files = [
    { path: 'rule-set.yaml', text: HEADER },
    {
      path: 'safety.yaml',
      text: JSON.stringify({
        ...safety,
        questions: merged(safety.questions, added.questions),
        rules: merged(safety.rules, added.rules),
      }),
    },
  ];
  const { ruleSet, places, diagnostics } = loadRuleSet(files);
  if (ruleSet === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  const compiled = compile(ruleSet);
  if (added.guarantees === undefined) return check(compiled, places);
  const text = JSON.stringify({ guarantees: added.guarantees });
  const loaded = loadGuarantees({ path: 'guarantees.yaml', text }, ruleSet);
  if (loaded.guarantees === undefined) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  const verdicts = verify(compiled, loaded.guarantees);
  const vacuous = verdicts.filter(({ result }) => result === 'vacuous').map(({ guarantee }) => guarantee);
  return check(compiled, new Map([...places, ...loaded.places]), { vacuous });
}

/** An entry with the id of one that is there takes its place; others come after it. */
function merged(base: readonly { id: string }[], added: readonly { id: string }[] = []) {
  const replaced = base.map((entry) => added.find(({ id }) => id === entry.id) ?? entry);
  return [...replaced, ...added.filter(({ id }) => !base.some((entry) => entry.id === id))];
}
