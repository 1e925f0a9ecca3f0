import { completeWord } from './complete-word.js';

/** `compadd` quotes what it puts on the line; `(Q)` takes quotes away and evaluates nothing. */
export const zshScript = String.raw`#compdef orgwright
# zsh completion of orgwright. Load it with: source <(orgwright completion zsh)
# or save it as _orgwright in a folder of $fpath.

_orgwright() {
  local line word description
  local -a typed candidates displays
  typed=("\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}")
  while IFS=$'\t' read -r word description; do
    candidates+=("$word")
    displays+=("$word\${description:+  -- $description}")
  done < <(orgwright ${completeWord} -- "\${typed[@]}" 2>/dev/null)
  if (( $#candidates )); then
    compadd -U -l -d displays -a candidates
  else
    _files
  fi
}

if [[ "\${funcstack[1]}" == _orgwright ]]; then
  _orgwright "$@"
else
  compdef _orgwright orgwright
fi
`.replaceAll('\\$', '$');
