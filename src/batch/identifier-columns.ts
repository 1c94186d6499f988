import { quoted } from './quoted.ts';

/**
 * Column names that point at a person: the identifiers of the HIPAA Safe Harbor method (45 CFR 164.514(b)(2)) as
 * they are usually written, without case, spaces, hyphens and underscores.
 */
const IDENTIFIERS: ReadonlySet<string> = new Set(
  `name names fullname firstname givenname middlename lastname surname familyname maidenname initials alias nickname
  patient patientname clientname personname nameofpatient
  address streetaddress street street1 street2 addressline address1 address2 city town county district precinct zip
  zipcode postcode postalcode geocode latitude longitude lat lon lng
  dob dateofbirth birthdate birthday birth born admissiondate admitdate dateofadmission dischargedate
  dateofdischarge deathdate dateofdeath dod servicedate dateofservice visitdate
  phone phonenumber telephone telephonenumber tel mobile mobilenumber cell cellphone homephone workphone fax faxnumber
  email emailaddress mail
  ssn socialsecurity socialsecuritynumber sin nationalid taxid
  mrn medicalrecord medicalrecordnumber recordnumber chart chartnumber patientid patientnumber
  healthplan healthplannumber beneficiary beneficiarynumber insuranceid insurancenumber memberid membernumber
  subscriberid policynumber medicareid medicaidid mbi
  account accountnumber accountid license licence licensenumber licencenumber driverslicense driverlicense
  driverslicensenumber certificate certificatenumber passport passportnumber
  vehicle vehicleid vin vinnumber licenseplate plate platenumber device deviceid deviceserial serialnumber imei
  url website webaddress link ip ipaddress macaddress
  biometric biometrics fingerprint voiceprint retina photo photograph picture image face`.split(/\s+/),
);

/** Whether a column's name says that it may identify a person. */
export function looksLikeIdentifier(column: string): boolean {
  const plain = column
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return IDENTIFIERS.has(plain);
}

/** What is wrong with such a column. The name is the file's own; no value is ever shown. */
export function identifierProblem(name: string) {
  return {
    code: 'identifier-column',
    reason: `the column ${quoted(name)} looks as if it identifies a person`,
    help: 'take it out of the file; where it is needed, name it with `--keep` and with `--allow-identifier`',
  } as const;
}
