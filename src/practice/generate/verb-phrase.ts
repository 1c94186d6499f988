/**
 * How far a phrase can be joined with others in a sentence without being misread: `plain` anywhere; `last` only at its
 * end, for it holds an "and" or "or" of its own; `alone` not at all, for it holds a comma or a clause.
 */
export type Joins = 'plain' | 'last' | 'alone';

/** The phrase of an answer as a part of sentences: "has mild symptoms". */
export interface VerbPhrase {
  /** Fits "the client", as the rule set has it. */
  readonly singular: string;
  /** Fits "they"; absent where another verb in it would have to change as well. */
  readonly plural?: string;
  /** "has" or "is", where phrases with the same verb can share it: "has mild symptoms and no co-occurring condition". */
  readonly shares?: 'has' | 'is';
  readonly joins: Joins;
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['has', 'have'],
  ['was', 'were'],
  ['does', 'do'],
  ['can', 'can'],
  ['cannot', 'cannot'],
]);

/** Words that may stand before the verb. */
const ADVERBS: readonly string[] = ['often', 'still', 'seldom', 'sometimes', 'usually', 'now'];

/** After "has" these make a perfect tense, whose "has" another phrase cannot share. */
const PERFECT = /^(had|made|been|not|never|just|lost|left|begun|taken|[a-z-]+(ed|en))$/;

/** After "and" or "but", what may be a verb in the third person, though it may be a noun as well. */
const SECOND_VERB = /\b(and|or|but) ((still|partly|only|often|now|also|never) )*(\w*s|was)\b/;

/** What begins a clause, to which the next phrase could be taken to belong. */
const CLAUSE = /[,;:]| (but|because(?! of)|that|who|which|where|when|while|if|unless|until|even) /;

/** Takes apart a phrase as the rule format asks for it: a predicate in the third person. */
export function verbPhrase(phrase: string): VerbPhrase {
  const plural = pluralOf(phrase);
  const shares = sharedVerb(phrase);
  return {
    singular: phrase,
    ...(plural !== undefined && { plural }),
    ...(shares !== undefined && { shares }),
    joins: joinsOf(phrase),
  };
}

/** The phrase without its first word, for where that word is shared. */
export function withoutVerb(phrase: string): string {
  return phrase.slice(phrase.indexOf(' ') + 1);
}

function joinsOf(phrase: string): Joins {
  if (CLAUSE.test(phrase)) return 'alone';
  return / (and|or) /.test(phrase) ? 'last' : 'plain';
}

function sharedVerb(phrase: string): 'has' | 'is' | undefined {
  const [verb, next = ''] = phrase.split(' ');
  if (SECOND_VERB.test(phrase)) return undefined;
  if (verb === 'is') return 'is';
  return verb === 'has' && !PERFECT.test(next) ? 'has' : undefined;
}

function pluralOf(phrase: string): string | undefined {
  if (SECOND_VERB.test(phrase)) return undefined;
  const words = phrase.split(' ');
  const place = ADVERBS.includes(words[0] ?? '') ? 1 : 0;
  const verb = words[place] ?? '';
  const plural = PLURALS.get(verb) ?? regularPlural(verb);
  return plural === undefined ? undefined : words.with(place, plural).join(' ');
}

/** "misses" to "miss", "uses" to "use", "tries" to "try"; a verb in the past stays. */
function regularPlural(verb: string): string | undefined {
  if (verb.endsWith('ed')) return verb;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|o)es$/.test(verb)) return verb.slice(0, -2);
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : undefined;
}
