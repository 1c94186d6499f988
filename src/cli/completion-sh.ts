import type { CompletedCommand, CompletedValue } from './completion-spec.ts';
import type { Offer } from './completion-words.ts';

type OfferOf = (value: CompletedValue) => Offer;

/** The script for bash. It joins what bash takes apart at `=` and `:`, and offers the part behind. */
export function bashCompletion(commands: readonly CompletedCommand[], offerOf: OfferOf): string {
  return `# bash completion for carestep, made by \`carestep completion bash\`
${wordsFunction(commands, offerOf)}
_carestep() {
  local current='' behind='' glue='' word index
  local -a typed=()
  for ((index = 1; index <= COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ -n $glue || ($word == [=:]* && \${#typed[@]} -gt 0) ]]; then
      typed[\${#typed[@]}-1]+=$word
    else
      typed+=("$word")
    fi
    glue=''
    [[ $word == [=:] ]] && glue=yes
  done
  current=\${typed[\${#typed[@]}-1]}
  unset 'typed[\${#typed[@]}-1]'
  [[ $COMP_WORDBREAKS == *=* ]] && behind=\${current%"\${current##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r word; do
    case $word in
      :files | :folders)
        compopt -o filenames 2>/dev/null
        local path=\${current##--*=} kind=-f
        [[ $word == :folders ]] && kind=-d
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$kind" -- "$path")
        ;;
      "$current"*) COMPREPLY+=("\${word#"$behind"}") ;;
    esac
  done < <(__carestep_words "$current" "\${typed[@]}")
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
  return 0
}
complete -F _carestep carestep
`;
}

/** The script for zsh, to be sourced or to stand as \`_carestep\` in a folder of \`fpath\`. */
export function zshCompletion(commands: readonly CompletedCommand[], offerOf: OfferOf): string {
  return `#compdef carestep
# zsh completion for carestep, made by \`carestep completion zsh\`
${wordsFunction(commands, offerOf)}
_carestep() {
  local word
  for word in "\${(@f)$(__carestep_words "$PREFIX" "\${(@)words[2,CURRENT-1]}")}"; do
    case $word in
      :files) [[ $PREFIX == --*=* ]] && compset -P '*='; _files ;;
      :folders) [[ $PREFIX == --*=* ]] && compset -P '*='; _files -/ ;;
      *=) compadd -S '' -- "$word" ;;
      ?*) compadd -- "$word" ;;
    esac
  done
}
if [ "$funcstack[1]" = _carestep ]; then
  _carestep "$@"
else
  compdef _carestep carestep
fi
`;
}

/** In words that bash and zsh both know: what can stand where the cursor is, one a line. */
function wordsFunction(commands: readonly CompletedCommand[], offerOf: OfferOf): string {
  const below = commands.flatMap(({ path, subcommands }) =>
    subcommands.map(({ name }) => quoted(`${path.join(' ')} ${name}`)),
  );
  const withValue = commands.flatMap(({ path, options }) =>
    options.flatMap(({ names, value }) =>
      value === undefined ? [] : names.map((name) => ({ at: `${path.join(' ')} ${name}`, value })),
    ),
  );
  return `__carestep_say() {
  local word
  for word in "$@"; do printf '%s%s\\n' "$before" "$word"; done
}
__carestep_words() {
  local current=$1 at='' wanted='' value='' before='' word='' place=0
  shift
  for word in "$@"; do
    if [ -n "$wanted" ]; then
      wanted=''
      continue
    fi
    case "$at $word" in
      ${below.join(' | ')}) at="\${at:+$at }$word" place=0 ;;
      ${withValue.map(({ at }) => quoted(at)).join(' | ')}) wanted=$word ;;
      *' -'?*) ;;
      *) place=$((place + 1)) ;;
    esac
  done
  value=$current
  case $current in
    --*=*) wanted=\${current%%=*} value=\${current#*=} before="\${current%%=*}=" ;;
  esac
  if [ -n "$wanted" ]; then
    case "$at $wanted" in
${withValue.map(({ at, value }) => `      ${quoted(at)}) ${offered(offerOf(value))} ;;`).join('\n')}
    esac
    return
  fi
  case $current in
    -*)
      case $at in
${commands.map((command) => `        ${quoted(command.path.join(' '))}) ${said(optionNames(command))} ;;`).join('\n')}
      esac
      ;;
    *)
      case "$at $place" in
${commands.flatMap((command) => places(command, offerOf)).join('\n')}
      esac
      ;;
  esac
}`;
}

function optionNames({ options }: CompletedCommand): string[] {
  return [...new Set([...options.flatMap(({ names }) => names), '--help'])];
}

/** A command with nothing to name offers its options at once. */
function places(command: CompletedCommand, offerOf: OfferOf): string[] {
  const { path, subcommands, values, isVariadic } = command;
  const at = path.join(' ');
  if (subcommands.length > 0)
    return [`        ${quoted(`${at} 0`)}) ${said(subcommands.map(({ name }) => name))} ;;`];
  if (values.length === 0) return [`        ${quoted(`${at} 0`)}) ${said(optionNames(command))} ;;`];
  return values.map((value, index) => {
    const isRepeated = isVariadic && index === values.length - 1;
    const place = isRepeated ? `${quoted(`${at} `)}*` : quoted(`${at} ${index}`);
    return `        ${place}) ${offered(offerOf(value))} ;;`;
  });
}

function offered(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return said(offer.words);
    case 'files':
      return `echo :files`;
    case 'folders':
      return `${said(offer.words)}; echo :folders`;
    case 'assignments':
      return `case $value in *=*) ${said(offer.words)} ;; *) ${said(offer.questions)} ;; esac`;
    default:
      return offer satisfies never;
  }
}

function said(words: readonly string[]): string {
  return words.length === 0 ? ':' : `__carestep_say ${words.map(quoted).join(' ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
