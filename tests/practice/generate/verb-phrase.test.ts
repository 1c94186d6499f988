import { describe, expect, test } from 'vitest';
import { verbPhrase } from '../../../src/practice/generate/verb-phrase.ts';
import { adult } from '../../adult-rule-set.ts';

describe('a phrase told of "they"', () => {
  test.each([
    ['has mild symptoms', 'have mild symptoms'],
    ['is getting worse', 'are getting worse'],
    ['was helped by it', 'were helped by it'],
    ['misses a visit now and then', 'miss a visit now and then'],
    ['uses little', 'use little'],
    ['tries', 'try'],
    ['cannot be left alone', 'cannot be left alone'],
    ['often misses work or school', 'often miss work or school'],
    ['attempted suicide', 'attempted suicide'],
    [
      'speaks openly about risk, and nothing contradicts it',
      'speak openly about risk, and nothing contradicts it',
    ],
  ])('%s: %s', (phrase, plural) => {
    expect(verbPhrase(phrase).plural).toBe(plural);
  });

  test.each([
    'has severe symptoms and finds it hard to carry on',
    'has doubts but still questions them',
    'was violent but has no present plan',
    'last attempted suicide a year ago',
  ])('is left out where another word may be a verb as well: %s', (phrase) => {
    expect(verbPhrase(phrase).plural).toBeUndefined();
  });
});

describe('joining phrases', () => {
  test.each([
    ['has mild symptoms', 'has'],
    ['is medically stable', 'is'],
    ['has had no crisis', undefined],
    ['has never attempted suicide', undefined],
    ['has worked with one therapist', undefined],
    ['misses many visits', undefined],
    ['has severe symptoms and finds it hard to carry on', undefined],
  ])('%s shares its verb: %s', (phrase, shares) => {
    expect(verbPhrase(phrase).shares).toBe(shares);
  });

  test.each([
    ['has mild symptoms', 'plain'],
    ['is unable to work because of symptoms', 'plain'],
    ['withdraws from family and friends', 'last'],
    ['struggles with washing, meals or bills', 'alone'],
    ['needs contact because things may change', 'alone'],
    ['stays safe only while others are there', 'alone'],
  ])('%s stands %s', (phrase, joins) => {
    expect(verbPhrase(phrase).joins).toBe(joins);
  });

  test('no two answers of the shipped rule set have the same phrase', () => {
    const phrases = adult.questions.flatMap(({ answers }) => answers.map(({ phrase }) => phrase));
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});
