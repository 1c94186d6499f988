import fc from 'fast-check';
import type { InterviewEvent } from '../../src/interview/interview.ts';

/** What a person who wanders about may do, whether it has a meaning where they are or not. */
export const anyEvent: fc.Arbitrary<InterviewEvent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.nat({ max: 3 }).map((answer): InterviewEvent => ({ kind: 'answered', answer })),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 4 }).map((question): InterviewEvent => ({ kind: 'correct', question })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('unknown', 'back', 'keep', 'review', 'note', 'go_on', 'decline', 'ask_all')
      .map((kind): InterviewEvent => ({ kind })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', 'a word', 'call 301-555-0100')
      .map((text): InterviewEvent => ({ kind: 'noted', text })),
  },
);
