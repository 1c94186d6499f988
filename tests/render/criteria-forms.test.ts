import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { type Arrangement, criteriaOf } from '../../src/render/criteria.ts';
import { renderCriteriaHtml } from '../../src/render/criteria-html.ts';
import { renderCriteriaMarkdown } from '../../src/render/criteria-markdown.ts';
import { renderCriteriaText } from '../../src/render/criteria-text.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult } from '../adult-rule-set.ts';
import { SMALL } from './small-rule-set.ts';

const identity = { id: 'small', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const look = { width: 80, theme: createTheme({ color: false }) };
const arrangements: readonly Arrangement[] = ['level', 'dimension', 'question'];

const FORMS = {
  text: (ruleSet: RuleSet, by: Arrangement) =>
    renderCriteriaText(criteriaOf(ruleSet, identity, { by }), look),
  markdown: (ruleSet: RuleSet, by: Arrangement) =>
    renderCriteriaMarkdown(criteriaOf(ruleSet, identity, { by })),
  html: (ruleSet: RuleSet, by: Arrangement) => renderCriteriaHtml(criteriaOf(ruleSet, identity, { by })),
};

const spaced = (text: string) => text.replace(/\s+/g, ' ');

describe.each(Object.entries(FORMS))('the criteria as %s', (form, render) => {
  test.each(arrangements)('by %s hold every rule, question, answer and source', (by) => {
    const page = spaced(
      render(adult, by)
        .replaceAll('&#39;', "'")
        .replaceAll(/\\([[\]_*])/g, '$1'),
    );
    const missing = [
      ...adult.rules.map(({ id }) => id),
      ...adult.questions.flatMap(({ prompt, answers }) => [prompt, ...answers.map(({ means }) => means)]),
      ...adult.sources.map(({ citation }) => citation),
    ].filter((wanted) => !page.includes(spaced(wanted).trim()));
    expect(missing).toEqual([]);
  });

  test('carry the identity and what they are not', () => {
    expect(render(SMALL, 'level')).toContain('small@1.0.0+1a2b3c4d');
    expect(render(SMALL, 'level').replaceAll('&#39;', "'")).toContain(
      "Supports a clinician's judgment, does not replace it.",
    );
  });

  test('let no text of a rule set act as markup', () => {
    const hostile = '<img src=x onerror=alert(1)> [a](javascript:alert(1)) `x`';
    const page = render(
      {
        ...SMALL,
        title: hostile,
        rules: SMALL.rules.map((rule) => ({ ...rule, because: hostile })),
        questions: SMALL.questions.map((question) => ({ ...question, title: hostile, help: hostile })),
        sources: [{ id: 's', title: hostile, citation: hostile, url: 'javascript:alert(1)' }],
      },
      'dimension',
    );
    if (form === 'text') expect(page).toContain('<img');
    else expect(page).not.toMatch(/(?<!\\)<img/);
    expect(page).not.toContain('href="javascript');
    if (form === 'markdown') expect(page).not.toMatch(/(?<!\\)\]\(|<javascript/);
  });
});

describe('the criteria page', () => {
  const page = FORMS.html(adult, 'level');

  test.each(arrangements)('by %s gives every anchor once, and every link within leads somewhere', (by) => {
    const text = FORMS.html(adult, by);
    const anchors = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  test('asks for nothing beside itself', () => {
    expect(page).not.toMatch(/<(link|img|iframe|script src)|url\(|@import/);
    expect(page).toContain('content="default-src &#39;none&#39;;');
  });

  test('leaves links to other chapters out where these are not shown', () => {
    const part = renderCriteriaHtml(criteriaOf(adult, identity, { by: 'level', level: 2 }));
    expect(part).not.toContain('href="#question-');
  });
});

describe('one rule', () => {
  test('reads as a sentence with its reason, in the terminal', () => {
    const criteria = criteriaOf(SMALL, identity, { by: 'dimension', dimension: 1 });
    const text = renderCriteriaText(criteria, look);
    expect(text).toContain(`  home.severe-in-iop
    At least PHP if both of these hold:
      · symptom severity: severe
      · progress: still needs this level
    Because an IOP does not hold severe symptoms.
`);
    expect(text).toContain('    At least IOP if symptom severity: severe.\n');
    expect(text).toContain('Asked only if present care: IOP.');
  });

  test('reads as a sentence with its reason, as Markdown', () => {
    const text = FORMS.markdown(SMALL, 'level');
    expect(text).toContain(`#### \`safety.plan\`

**At least inpatient** if suicidal thoughts: a plan.

**ALERT: a worked-out plan for suicide**

Because a plan makes it unsafe to go home tonight.
`);
    expect(text).toContain('- suggested level: IOP or higher');
  });
});

describe('in a narrow terminal', () => {
  test('no line is wider than it', () => {
    const text = renderCriteriaText(criteriaOf(adult, identity, { by: 'level' }), { ...look, width: 40 });
    expect(text.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });
});
