interface Wording {
  readonly message: string;
  readonly help: string;
}

const OTHER: Wording = {
  message: 'this is not valid YAML',
  help: 'check the indentation, the colons and the quotes around here',
};

/** In the author's words what the YAML reader says in its own. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotes begins an escape, and this one does not exist',
    help: 'use single quotes, or write the backslash twice',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    help: 'begin the line in the column of the keys or dashes it belongs to',
  },
  BAD_SCALAR_START: {
    message: 'unquoted text cannot begin with this character',
    help: 'put the text in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second `key:` on one line',
    help: 'put the text in quotes if the colon belongs to it; if not, check the indentation of the next line',
  },
  MISSING_CHAR: {
    message: 'something is missing here: a colon, a comma, a bracket or a quote',
    help: 'a key is followed by a colon and a space; entries in brackets are set apart by commas',
  },
  TAB_AS_INDENT: { message: 'a tab cannot be used to indent', help: 'use spaces' },
  UNEXPECTED_TOKEN: {
    message: 'this does not belong here',
    help: 'put the whole text in quotes, or begin a new line',
  },
};

export const UNCLOSED_QUOTE: Wording = {
  message: 'the quote that opens here is not closed where the text ends',
  help: 'close it; within single quotes an apostrophe is written twice',
};

export const UNCLOSED_BRACKET: Wording = {
  message: 'the bracket that opens here is not closed',
  help: 'close it before the next key',
};

/** Words for an error code of the YAML reader. */
export function syntaxWording(code: string): Wording {
  return WORDINGS[code] ?? OTHER;
}
