import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outcomeRecord, renderOutcomeJson } from '../../src/render/outcome-json.ts';
import { SETTLED, smallCase } from './small-rule-set.ts';

const emergency = smallCase(
  { thoughts: 'plan', severity: 'mild', care: 'none', progress: 'still' },
  'case_1',
);

describe('an outcome as JSON', () => {
  test('has ids where a program needs them and texts where a person does', () => {
    expect(JSON.parse(renderOutcomeJson(SETTLED))).toMatchInlineSnapshot(`
      {
        "advice": [
          {
            "because": "it helps",
            "rule": "safety.safety-plan",
            "text": "Write a safety plan together.",
          },
          {
            "because": "it helps",
            "rule": "home.evenings",
            "text": "Ask for an evening track.",
          },
        ],
        "alerts": [],
        "answers": {
          "attendance": "reliable",
          "care": "none",
          "hours": "evening",
          "severity": "moderate",
          "thoughts": "active",
        },
        "case": null,
        "emergency": null,
        "highest": "iop",
        "level": "iop",
        "lower_rules": [],
        "lowest": "iop",
        "note": "Supports a clinician's judgment, does not replace it.",
        "open": [],
        "other_levels": [
          {
            "level": "outpatient",
            "total": 2,
            "ways": [
              {
                "changes": [
                  {
                    "from": "active",
                    "question": "thoughts",
                    "to": "passive",
                  },
                ],
                "highest": "outpatient",
                "lowest": "outpatient",
              },
              {
                "changes": [
                  {
                    "from": "active",
                    "question": "thoughts",
                    "to": "none",
                  },
                ],
                "highest": "outpatient",
                "lowest": "outpatient",
              },
            ],
          },
          {
            "level": "php",
            "total": 1,
            "ways": [
              {
                "changes": [
                  {
                    "from": "reliable",
                    "question": "attendance",
                    "to": "prevented",
                  },
                ],
                "highest": "php",
                "lowest": "php",
              },
            ],
          },
          {
            "level": "inpatient",
            "total": 1,
            "ways": [
              {
                "changes": [
                  {
                    "from": "active",
                    "question": "thoughts",
                    "to": "plan",
                  },
                ],
                "highest": "inpatient",
                "lowest": "inpatient",
              },
            ],
          },
        ],
        "possible": [
          "iop",
        ],
        "reasons": [
          {
            "because": [
              "active thoughts need several contacts a week",
            ],
            "rules": [
              "safety.active",
            ],
            "weight": "alone",
          },
        ],
        "rechecks": [],
        "rule_set": {
          "fingerprint": "1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d1a2b3c4d",
          "id": "small",
          "version": "1.0.0",
        },
        "trace": [
          {
            "by": [
              "thoughts",
            ],
            "rule": "safety.plan",
            "truth": "cannot_hold",
          },
          {
            "by": [
              "thoughts",
            ],
            "rule": "safety.active",
            "truth": "holds",
          },
          {
            "by": [
              "thoughts",
            ],
            "rule": "safety.safety-plan",
            "truth": "holds",
          },
          {
            "by": [
              "thoughts",
            ],
            "rule": "safety.plan-but-mild",
            "truth": "cannot_hold",
          },
          {
            "by": [
              "severity",
            ],
            "rule": "home.severe",
            "truth": "cannot_hold",
          },
          {
            "by": [
              "severity",
            ],
            "rule": "home.severe-in-iop",
            "truth": "cannot_hold",
          },
          {
            "by": [
              "attendance",
            ],
            "rule": "home.cannot-come",
            "truth": "cannot_hold",
          },
          {
            "by": [
              "hours",
            ],
            "rule": "home.evenings",
            "truth": "holds",
          },
        ],
        "why_not_higher": {
          "level": "php",
          "nearest": {
            "lacks": [
              {
                "from": "active",
                "question": "thoughts",
                "to": "plan",
              },
            ],
            "other_rules": 1,
            "rule": "safety.plan",
          },
        },
        "why_not_lower": {
          "answers": [
            "thoughts",
          ],
          "level": "outpatient",
        },
      }
    `);
  });

  test('names the alert, the emergency text and the answer that is not used', () => {
    const record = outcomeRecord(emergency);
    expect(record.alerts).toEqual([{ rule: 'safety.plan', text: 'a worked-out plan for suicide' }]);
    expect(record.emergency).toBe('Call the emergency number and stay with the person.');
    expect(record.rechecks.map(({ rule, questions }) => [rule, questions])).toEqual([
      ['safety.plan-but-mild', ['thoughts', 'severity']],
      ['not-applicable.progress', ['progress']],
    ]);
  });

  test('has no level while several are possible', () => {
    const record = outcomeRecord(smallCase({ severity: 'severe' }));
    expect([record.level, record.lowest, record.highest]).toEqual([null, 'iop', 'inpatient']);
    expect(record.open).toContain('thoughts');
  });
});

test('the page on the JSON form names its keys, in their order', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/outcome-json.md'), 'utf8');
  const documented = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
  expect(documented).toEqual(Object.keys(outcomeRecord(SETTLED)));
});
