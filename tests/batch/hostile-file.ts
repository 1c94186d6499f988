import { stringify } from 'csv-stringify/sync';
import { below, mulberry32, type Random } from '../oracle/draw-cases.ts';

/** A file that means no good, or one that looks so: the same for the same number on every machine. */
export interface HostileFile {
  readonly kind: HostileKind;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Bytes a chunk. */
  readonly chunk: number;
}

type Piece = string | readonly number[];

const HEADER = 'id,thoughts,sleep,wish';
const KNOWN = ['none', 'some', 'plan', 'good', 'poor', 'group', 'unknown', ''];
const STRANGE: readonly Piece[] = [
  ...[
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\t',
    ' ',
    '\u00a0',
    '\ufeff',
    '\ufffd',
    '=1',
    '\\',
    '{',
    '}',
    ':',
  ],
  ...['bad', 'é', '😀', '\u202e', '\u2028', '\x1b[2J', "'", ';'],
  ...[[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0x80], [0xfe, 0xff]],
];

const KINDS = {
  fuzz: (random) => Array.from({ length: below(random, 400) }, () => [below(random, 256)]),
  'fuzzed rows': (random) => damaged(validCsv(random), random, () => [below(random, 256)]),
  'strange rows': (random) => damaged(validCsv(random), random, () => pick(random, STRANGE)),
  'bad utf-8': (random) => damaged(validCsv(random), random, () => pick(random, STRANGE.slice(-7))),
  'byte order marks': (random) => [
    pick<Piece>(random, ['\ufeff', '\ufeff\ufeff', [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb]]),
    ...validCsv(random),
  ],
  'utf-16': (random) =>
    [...Buffer.from(`\ufeff${validCsv(random).join('')}`, 'utf16le')].map((byte) => [byte]),
  nul: (random) => damaged(validCsv(random), random, () => '\0'.repeat(1 + below(random, 3))),
  quotes: (random) => damaged(validCsv(random), random, () => '"'.repeat(1 + below(random, 4))),
  'line ends': (random) =>
    damaged(validCsv(random), random, () => pick(random, ['\r', '\r\n', '\n', '\n\r', '\r\r\n'])),
  'many columns': (random) => {
    const count = pick(random, [10, 100, 1000, 1000, 10_000]);
    const names = Array.from({ length: count }, (_, index) => `,x${index}`).join('');
    const wide = `a,none,good,none${','.repeat(count)}\n`;
    return [HEADER, below(random, 3) === 0 ? names : '', `\nb,none,good,none\n${wide}c,none,good,none\n`];
  },
  'duplicate header': (random) => [
    `${HEADER},${pick(random, ['id', 'sleep', '', ' id', 'ID', '"sleep"'])}\n`,
    'a,none,good,none,\n',
  ],
  truncated: (random) => {
    const bytes = bytesOf([...validCsv(random), '"é😀']);
    return [[...bytes.subarray(0, below(random, bytes.length + 1))]];
  },
  'long lines': (random) => [
    `${HEADER}\na,none,good,none\n`,
    pick(random, ['x', '"', ',', 'é', 'a,', '"\n']).repeat(2 ** (8 + below(random, 6))),
    '\nb,some,poor,group\n',
  ],
  'valid csv': (random) => validCsv(random),
  'damaged ndjson': (random) => damaged(validNdjson(random), random, () => pick(random, STRANGE)),
  'valid ndjson': (random) => validNdjson(random),
  'nested json': (random) => [
    '{"id":"a","sleep":"good"}\n',
    pick(random, ['[', '{"a":', '{"answers":', '"', '\\']).repeat(below(random, 3000)),
    '\n{"id":"b","sleep":"good"}\n',
  ],
  'json or yaml': (random) =>
    damaged(
      ['- id: a\n  answers: { sleep: good }\n', '[{"id":"b","answers":{"sleep":"poor"}}]\n'].slice(
        below(random, 2),
      ),
      random,
      () => pick(random, STRANGE),
    ),
} as const satisfies Record<string, (random: Random) => readonly Piece[]>;

export type HostileKind = keyof typeof KINDS;

const ENDINGS: Partial<Record<HostileKind, readonly string[]>> = {
  'damaged ndjson': ['.ndjson'],
  'valid ndjson': ['.ndjson', '.txt'],
  'nested json': ['.ndjson', '.json'],
  'json or yaml': ['.json', '.yaml', '.txt'],
  fuzz: ['.csv', '.ndjson', '.json', '.yaml', '.txt'],
};

/** The file of this number. Kinds take turns. */
export function hostileFile(number: number): HostileFile {
  const random = mulberry32(number);
  const kinds = Object.keys(KINDS).filter(isKind);
  const kind = kinds[number % kinds.length] ?? 'fuzz';
  const bytes = bytesOf(KINDS[kind](random));
  const path = `${number}${pick(random, ENDINGS[kind] ?? ['.csv'])}`;
  return {
    kind,
    path,
    bytes,
    chunk: pick(random, [1, 2, 7, 100, 4096].filter((size) => bytes.length / size < 3000).concat(65_536)),
  };
}

function isKind(name: string): name is HostileKind {
  return name in KINDS;
}

function pick<Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** A few pieces put in anywhere behind the header, some in place of what stood there. */
function damaged(pieces: readonly Piece[], random: Random, draw: () => Piece): readonly Piece[] {
  const whole = [...bytesOf(pieces)];
  const first = below(random, 8) === 0 ? 0 : whole.indexOf(0x0a) + 1;
  for (let times = 1 + below(random, 5); times > 0; times--) {
    const place = first + below(random, whole.length - first + 1);
    whole.splice(place, below(random, 3), ...bytesOf([draw()]));
  }
  return [whole];
}

function validCsv(random: Random): string[] {
  const rows = Array.from({ length: 1 + below(random, 12) }, (_, index) => [
    `${pick(random, ['a', 'b ', 'é', '7', 'x,', 'q"', 'l\n'])}${index}`,
    ...Array.from({ length: 3 }, () => pick(random, KNOWN)),
  ]);
  const crlf = below(random, 2) === 0;
  const text = stringify([HEADER.split(','), ...rows], {
    quoted: below(random, 4) === 0,
    record_delimiter: crlf ? '\r\n' : '\n',
    quoted_match: /[\r\n]/,
  });
  return [below(random, 3) === 0 ? text.trimEnd() : text];
}

function validNdjson(random: Random): string[] {
  const isFlat = below(random, 2) === 0;
  return Array.from({ length: 1 + below(random, 10) }, (_, index) => {
    const answers = { thoughts: pick(random, KNOWN), sleep: pick(random, [...KNOWN, null]) };
    const id = below(random, 4) === 0 ? index : `c${index}`;
    return `${JSON.stringify(isFlat ? { id, ...answers } : { id, answers }, undefined, 0)}\n`;
  });
}

function bytesOf(pieces: readonly Piece[]): Uint8Array {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece))),
  );
}
