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

  /** The eighteen kinds of 45 CFR 164.514(b)(2)(i), in their order; any other unique number is what `id` is for. */
  test.each([
    ['names', ['name', 'patient_last_name', 'Client First Name', 'maiden name']],
    [
      'places smaller than a state',
      ['street', 'Home Address', 'city', 'county', 'precinct', 'zip5', 'Postal Code', 'latitude'],
    ],
    [
      'dates',
      [
        'date',
        'DOB',
        'birth_date',
        'admission date',
        'Discharge Date',
        'date of death',
        'visit_date',
        'timestamp',
      ],
    ],
    ['telephone numbers', ['phone', 'pt_phone', 'Mobile Phone', 'tel.', 'phone no.']],
    ['fax numbers', ['fax', 'Fax No']],
    ['e-mail addresses', ['email', 'E-Mail Address', 'patient email']],
    ['social security numbers', ['SSN', 'Social Security No.', 'ss_number']],
    ['medical record numbers', ['MRN', 'medical record no', 'chart_no', 'Patient ID', 'encounter id']],
    ['health plan numbers', ['health_plan_id', 'member id', 'Policy No', 'Medicaid Number', 'MBI']],
    ['account numbers', ['account', 'acct_no', 'Account Number']],
    ['certificates and licenses', ['license no', 'Drivers License', 'certificate_number', 'passport']],
    ['vehicles', ['VIN', 'License Plate', 'vehicle id']],
    ['devices', ['device_id', 'Serial No.', 'UDI']],
    ['addresses on the web', ['URL', 'website', 'home page']],
    ['addresses on the net', ['IP', 'ip_address', 'MAC address']],
    ['biometrics', ['fingerprint', 'voice print', 'Retina', 'biometric']],
    ['photographs', ['photo', 'Face', 'image', 'head shot']],
  ])('as HIPAA Safe Harbor names it: %s', (_, names) => {
    expect(names.filter((name) => !looksLikeIdentifier(name))).toEqual([]);
  });

  test('is no question of the shipped rule set, and none of these', () => {
    const plain = [
      'id',
      'case_id',
      'subject_id',
      'participant number',
      'date_shift_days',
      'group',
      'state',
      'visit',
      'phone_contacts_per_week',
      'insurance_type',
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
