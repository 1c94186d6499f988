import { quoted } from './quoted.ts';

/**
 * Column names that point at a person: the identifiers of the HIPAA Safe Harbor method (45 CFR 164.514(b)(2)) as
 * they are usually written, without case, spaces, hyphens and underscores.
 */
const IDENTIFIERS: ReadonlySet<string> = new Set(
  `name names fullname firstname givenname middlename lastname surname familyname maidenname initials alias nickname
  patient patientname clientname personname nameofpatient nextofkin emergencycontact guardian
  address streetaddress homeaddress mailingaddress residence street street1 street2 streetname addressline addressline1
  addressline2 address1 address2 city town county district precinct zip zip4 zip5 zipcode postcode postalcode geocode
  latitude longitude lat lon lng
  date datetime timestamp dob dateofbirth birthdate birthday birth born admissiondate admitdate dateofadmission
  dischargedate dateofdischarge deathdate dateofdeath dod servicedate dateofservice visitdate dateofvisit
  appointmentdate intakedate screeningdate interviewdate assessmentdate
  phone phonenumber telephone telephonenumber tel mobile mobilenumber mobilephone cell cellnumber cellphone homephone
  workphone contactnumber fax faxnumber
  email emailaddress mail
  ssn ssnumber socialsecurity socialsecuritynumber sin nationalid taxid
  mrn medicalrecord medicalrecordnumber recordnumber chart chartnumber chartid hospitalnumber patientid patientnumber
  encounterid visitid nhsnumber
  healthplan healthplannumber healthplanid beneficiary beneficiarynumber insuranceid insurancenumber memberid
  membernumber subscriberid policynumber groupnumber medicareid medicarenumber medicaidid medicaidnumber mbi
  account accountnumber accountid acct acctnumber license licence licensenumber licencenumber driverslicense
  driverlicense driverslicensenumber driverlicensenumber certificate certificatenumber passport passportnumber
  vehicle vehicleid vin vinnumber licenseplate licenseplatenumber plate platenumber
  device deviceid deviceserial deviceserialnumber serialnumber imei udi
  url website webaddress webpage homepage link ip ipaddress macaddress
  biometric biometrics fingerprint voiceprint voice retina iris faceprint
  photo photograph picture image face headshot`.split(/\s+/),
);

/** Whose name or number it is, in front of what it is. */
const OWNER = /^(?:patient|pt|client|person|participant|subject|member|consumer|student)s?/;

/** Whether a column's name says that it may identify a person. */
export function looksLikeIdentifier(column: string): boolean {
  const plain = column
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const whole = plain.replace(/(?:no|nr|num)$/, 'number');
  return [plain, whole, plain.replace(OWNER, ''), whole.replace(OWNER, '')].some((name) =>
    IDENTIFIERS.has(name),
  );
}

/** What is wrong with such a column. The name is the file's own; no value is ever shown. */
export function identifierProblem(name: string) {
  return {
    code: 'identifier-column',
    reason: `the column ${quoted(name)} looks as if it identifies a person`,
    help: 'take it out of the file; where it is needed, name it with `--keep` and with `--allow-identifier`',
  } as const;
}
