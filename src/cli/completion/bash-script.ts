import { completeWord } from './complete-word.js';

/**
 * For bash 3.2 (macOS) and later. Names are quoted before they reach the line, and nothing here expands or evaluates
 * one: `compgen -W`, which would, is not used. Bash takes words apart at `=`, `:` and `@`, so they are put together again.
 */
export const bashScript = String.raw`# bash completion of orgwright. Load it with: source <(orgwright completion bash)

_orgwright() {
  local rest="\${COMP_LINE:0:COMP_POINT}" trimmed word prefix='' last=-1 i
  local -a typed
  COMPREPLY=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed="\${rest#"\${rest%%[![:space:]]*}"}"
    word="\${COMP_WORDS[i]}"
    if ((i == COMP_CWORD)); then word="$trimmed"; fi
    if ((last >= 0)) && [[ "$rest" == "$trimmed" ]]; then
      prefix="\${typed[last]}"
      typed[last]="\${typed[last]}$word"
    else
      prefix=''
      last=$((last + 1))
      typed[last]="$word"
    fi
    rest="\${trimmed#"$word"}"
  done
  # What stands before the place that bash puts the answer at.
  case "$word" in
    [=:@]*) prefix="$prefix$word" ;;
  esac
  local quote=''
  case "$word" in
    [\"\']*) quote="\${word:0:1}" ;;
  esac
  local -a plain
  for ((i = 1; i <= last; i++)); do
    word="\${typed[i]//\\/}"
    word="\${word//\"/}"
    plain[i - 1]="\${word//\'/}"
  done
  local candidate quoted
  while IFS=$'\t' read -r candidate _; do
    if [[ "$quote" != '' ]]; then
      # Inside of quotes that are typed already.
      case "$candidate" in
        *[!A-Za-z0-9\ ./@:=+,_-]*) continue ;;
      esac
      quoted="$candidate"
    else
      printf -v quoted '%q' "$candidate"
    fi
    if [[ "$prefix" == '' ]]; then
      COMPREPLY[\${#COMPREPLY[@]}]="$quoted"
    elif [[ "$quoted" == "$prefix"* ]]; then
      COMPREPLY[\${#COMPREPLY[@]}]="\${quoted:\${#prefix}}"
    fi
  done < <(orgwright ${completeWord} -- "\${plain[@]}" 2>/dev/null)
}

complete -o default -F _orgwright orgwright
`.replaceAll('\\$', '$');
