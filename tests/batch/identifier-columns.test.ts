import { describe, expect, test } from 'vitest';
import { looksLikeIdentifier } from '../../src/batch/identifier-columns.ts';
import { adult } from '../adult-rule-set.ts';

describe('a column that looks like an identifier', () => {
  test.each([
    ...[
      'name',
      'first_name',
      'Last Name',
      'SURNAME',
      'MRN',
      'medical-record-number',
      'ssn',
      'Social Security Number',
    ],
    ...[
      'phone',
      'Telephone',
      'fax',
      'E-mail',
      'e_mail_address',
      'address',
      'Street',
      'City',
      'ZIP code',
      'postcode',
    ],
    ...[
      'dob',
      'Date of Birth',
      'birth_date',
      'admission_date',
      'Discharge Date',
      'date_of_death',
      'account number',
    ],
    ...['license', 'driver_license', 'vehicle', 'VIN', 'device id', 'serial_number', 'url', 'IP Address'],
    ...['fingerprint', 'photo', 'biometrics', 'member_id', 'ＮＡＭＥ'],
  ])('%s', (name) => {
    expect(looksLikeIdentifier(name)).toBe(true);
  });

  test('is no question of the shipped rule set, and none of these', () => {
    const plain = [
      'id',
      'site',
      'age_band',
      'cohort',
      'maps_to',
      'cluster',
      'username_hash',
      'county_type',
      'notes',
    ];
    const questions = adult.questions.map((question) => question.id);
    expect([...plain, ...questions].filter(looksLikeIdentifier)).toEqual([]);
    expect(questions).not.toEqual([]);
  });
});
