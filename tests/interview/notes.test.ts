import { describe, expect, test } from 'vitest';
import type { InterviewEvent, InterviewState } from '../../src/interview/interview.ts';
import { beginInterview, nextState } from '../../src/interview/next-state.ts';
import { noteText, questionNoteLines } from '../../src/interview/note-lines.ts';
import { stepScreen } from '../../src/interview/step-screen.ts';
import { createTheme } from '../../src/render/theme.ts';
import { CARE, CLINIC, THOUGHTS } from './clinic-rule-set.ts';

const look = { width: 80, theme: createTheme({ color: false }) };

const NOTE: InterviewEvent = { kind: 'note' };
const noted = (text: string): InterviewEvent => ({ kind: 'noted', text });

function stateAfter(...events: readonly InterviewEvent[]): InterviewState {
  const begun = beginInterview(CLINIC, { answers: [], full: false });
  return events.reduce((now, event) => nextState(CLINIC, now, event), begun);
}

describe('a note', () => {
  test('is kept by the id of the question, which is then on the screen again', () => {
    const state = stateAfter(NOTE, noted('  says so since May '));
    expect(state.notes).toEqual({ thoughts: 'says so since May' });
    expect(state.step).toEqual({ kind: 'question', question: THOUGHTS });
    expect(stepScreen(CLINIC, state, look).below).toContain('note: says so since May');
  });

  test('is no answer, and stays when the answer changes', () => {
    const state = stateAfter(NOTE, noted('first'), { kind: 'answered', answer: 0 }, { kind: 'back' });
    expect(state.notes).toEqual({ thoughts: 'first' });
    const changed = nextState(CLINIC, state, { kind: 'answered', answer: 1 });
    expect(changed.notes).toEqual({ thoughts: 'first' });
    expect(stateAfter(NOTE, noted('first')).path).toEqual([]);
  });

  test('is replaced by a new one and taken away by an empty one', () => {
    expect(stateAfter(NOTE, noted('first'), NOTE, noted('second')).notes).toEqual({ thoughts: 'second' });
    expect(stateAfter(NOTE, noted('first'), NOTE, noted(' ')).notes).toEqual({});
  });

  test('can be left unwritten', () => {
    const state = stateAfter(NOTE, { kind: 'back' });
    expect(state.notes).toEqual({});
    expect(state.step).toEqual({ kind: 'question', question: THOUGHTS });
  });

  test('that looks as if it identified the person has to be written anew', () => {
    const refused = stateAfter(NOTE, noted('mother: 301-555-0100'));
    expect(refused.step).toEqual({ kind: 'note', question: THOUGHTS, refused: 'phone' });
    expect(refused.notes).toEqual({});
    if (refused.step.kind !== 'note') throw new Error('the note was taken');
    const lines = questionNoteLines(CLINIC.ruleSet, refused, refused.step, look).join(' ');
    expect(lines).toContain('looks as if it holds a phone number');
    expect(nextState(CLINIC, refused, noted('mother reachable')).notes).toEqual({
      thoughts: 'mother reachable',
    });
  });

  test('is opened at a question only, and no answer can be given below its line', () => {
    const review = stateAfter({ kind: 'answered', answer: 0 }, { kind: 'review' });
    expect(nextState(CLINIC, review, NOTE)).toBe(review);
    const open = stateAfter(NOTE);
    expect(nextState(CLINIC, open, { kind: 'answered', answer: 1 })).toBe(open);
  });

  test('stands under its answer in the review', () => {
    const state = stateAfter(NOTE, noted('says so'), { kind: 'answered', answer: 0 }, { kind: 'review' });
    expect(stepScreen(CLINIC, state, look).choices[0]?.lines).toEqual([
      'Title of thoughts  label none',
      '  note: says so',
    ]);
  });

  test('is shown where it is written anew', () => {
    const state = stateAfter({ kind: 'answered', answer: 0 }, NOTE, noted('first'), NOTE);
    const lines = questionNoteLines(CLINIC.ruleSet, state, { question: CARE }, look);
    expect(lines[0]).toBe('Note on: Title of care');
    expect(lines).toContain('so far: first');
  });

  test('typed as a dash is none', () => {
    expect(noteText(' - ')).toBe('');
    expect(noteText('- as before')).toBe('- as before');
  });
});
