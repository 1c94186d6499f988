import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/core/record.ts';
import { type ReportFormat, renderReport, reportFormatOf } from '../../src/render/render-report.ts';
import type { ReportSubject } from '../../src/render/report.ts';
import { HOURS, SETTLED, SMALL, smallCase } from './small-rule-set.ts';

const emergency = smallCase(
  { thoughts: 'plan', severity: 'mild', care: 'none', progress: 'still' },
  'case_1',
);

const agreed: Agreement = { decision: 'agreed', placed: 'iop', reason: null, note: null };
const undecided: Agreement = { decision: 'undecided', placed: null, reason: null, note: null };
const overridden: Agreement = {
  decision: 'overridden',
  placed: 'php',
  reason: 'housing',
  note: 'No <b>bed</b> at home.',
};

function written(subject: ReportSubject, format: ReportFormat): string {
  return renderReport(subject, { format, width: 80 });
}

test('a report as Markdown has a heading for each part that has something to say', () => {
  expect(written(emergency, 'markdown')).toMatchInlineSnapshot(`
    "# Suggested level: Inpatient care

    Case case\\_1

    > **ALERT: a worked-out plan for suicide**
    >
    > Call the emergency number and stay with the person.

    - **Hours**: 24 hours a day
    - **Place**: Stays day and night.
    - **Review**: Every month.
    - **Next step**: The level below.

    ## Why inpatient

    - A plan makes it unsafe to go home tonight.  
      safety.plan

    ## Why not lower

    PHP does not meet the need. This answer by itself rules it out:

    - Suicidal thoughts: a plan.

    ## What would change it

    - To PHP (then IOP to PHP):
      - suicidal thoughts: a plan → active

    ## Plan and barriers

    - Write a safety plan together.

    ## Answers to check again

    - Suicidal thoughts: a plan and symptom severity: mild. A plan rarely comes with mild symptoms.
    - Progress: still needs this level. The question does not apply beside the other answers, so its answer is not used.

    ## Answers

    ### Safety

    - Suicidal thoughts: A plan

    ### Home and work

    - Symptom severity: Mild
    - Present care: None
    - Progress: Still needs this level

    ---

    small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it.
    "
  `);
});

test('a report as plain text is as wide as it may be, and no wider', () => {
  const text = renderReport({ ...SETTLED, agreement: agreed }, { format: 'text', width: 60 });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(text).toMatchInlineSnapshot(`
    "Suggested level: Intensive outpatient program (IOP)

    outpatient -- [IOP] -- PHP -- inpatient

    Hours: 9 hours a week
    Place: Lives at home.
    Review: Every month.
    Next step: The level below.

    PLACEMENT
    - Placed at IOP, as suggested.

    WHY IOP
    - Active thoughts need several contacts a week.
      (safety.active)

    WHY NOT LOWER
    Outpatient does not meet the need. This answer by itself
    rules it out:
    - Suicidal thoughts: active.

    WHY NOT HIGHER
    No criterion for PHP is met. The nearest:
    - A plan makes it unsafe to go home tonight. Lacking:
      suicidal thoughts: active → a plan. 1 other as near.
      (safety.plan)

    WHAT WOULD CHANGE IT
    - To outpatient:
      - suicidal thoughts: active → passive
      - or 1 other way with as few changes
    - To PHP:
      - attendance: reliable → symptoms prevent it

    PLAN AND BARRIERS
    - Write a safety plan together.
    - Ask for an evening track.

    ANSWERS
    Safety
    - Suicidal thoughts: Active
    Home and work
    - Symptom severity: Moderate
    - Present care: None
    - Attendance: Reliable
    - Hours: Evenings

    small@1.0.0+1a2b3c4d · Supports a clinician's judgment, does
    not replace it.
    "
  `);
});

describe('every form', () => {
  const forms = ['text', 'markdown', 'html', 'json'] as const;

  test.each(forms)('as %s says what an emergency is and what to do', (format) => {
    const report = written(emergency, format);
    expect(report).toContain('a worked-out plan for suicide');
    expect(report).toContain(SMALL.emergency);
    expect(written(SETTLED, format)).not.toContain(SMALL.emergency);
  });

  test.each(forms)('as %s carries day, notes, unknown answers, the rules and their weight', (format) => {
    const subject = {
      ...smallCase({ thoughts: 'active' }),
      day: '2026-01-15',
      unknown: new Set([HOURS]),
      notes: { thoughts: 'asked twice' },
      agreement: undecided,
    };
    const report = written(subject, format);
    expect(report).toContain('2026-01-15');
    expect(report).toContain('asked twice');
    expect(report).toMatch(/unknown/i);
    expect(report).toContain('1a2b3c4d');
    expect(report).toMatch(/undecided|No placement was chosen/);
    expect(report.replaceAll('&#39;', "'")).toContain("Supports a clinician's judgment");
  });

  test.each(forms)('as %s keeps what is needed and what was chosen apart', (format) => {
    const report = written({ ...SETTLED, agreement: overridden }, format);
    expect(report).toMatch(/Suggested level: Intensive|"level": "iop"/);
    expect(report).toMatch(/Placed at PHP by the clinician; the answers lead to IOP|"placed": "php"/);
    expect(report).toMatch(/housing/i);
  });
});

describe('as a page', () => {
  test('no text of a person or a rule set opens a tag', () => {
    const hostile = `"><script>alert('1')</script>`;
    const page = written(
      { ...SETTLED, id: hostile, day: hostile, notes: { thoughts: hostile }, agreement: overridden },
      'html',
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>bed');
    expect(page).toContain('&lt;script&gt;');
  });

  test('says in words how each level stands', () => {
    const page = written({ ...smallCase({ severity: 'severe' }), agreement: agreed }, 'html');
    const rungs = [...page.matchAll(/<li class="(\w+)"><span class="word">(\w+)</g)];
    expect(rungs.map(([, standing, word]) => `${word} ${standing}`)).toEqual([
      'inpatient possible',
      'PHP possible',
      'IOP possible',
      'outpatient below',
    ]);
    expect(page.match(/placed here/g)).toHaveLength(1);
  });
});

test('marks of Markdown in a text mean nothing', () => {
  const note = written(smallCase({ severity: 'mild' }, '*a* <b> [c](d) `e`'), 'markdown');
  expect(note).toContain('Case \\*a\\* \\<b\\> \\[c\\](d) \\`e\\`');
});

test('a level or reason that the rule set no longer has stands as its id', () => {
  const agreement: Agreement = { ...overridden, placed: 'day_hospital', reason: 'storm' };
  const report = written({ ...SETTLED, agreement }, 'text');
  expect(report).toContain('Placed at day_hospital');
  expect(report).toContain('Reason: storm.');
});

test('what would change it names each answer to change', () => {
  const report = written(smallCase({ thoughts: 'active', severity: 'severe', care: 'none' }), 'text');
  const changes = report.slice(report.indexOf('To outpatient')).split('\n').slice(1, 3);
  expect(changes).toEqual([
    '  - suicidal thoughts: active → passive',
    '  - and symptom severity: severe → moderate',
  ]);
});

test.each([
  ['report.json', 'json'],
  ['report.HTML', 'html'],
  ['a/report.htm', 'html'],
  ['report.md', 'markdown'],
  ['report.markdown', 'markdown'],
  ['report.txt', 'text'],
  ['html', 'text'],
] as const)('the name %s asks for %s', (path, format) => {
  expect(reportFormatOf(path)).toBe(format);
});
