import { completeWord } from './complete-word.js';

/** Fish quotes what it puts on the line. */
export const fishScript = String.raw`# fish completion of orgwright. Load it with: orgwright completion fish | source
# or save it as ~/.config/fish/completions/orgwright.fish.

function __orgwright_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct | string unescape)
    set -e typed[1]
    set -l found (orgwright ${completeWord} -- $typed "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
        return
    end
    set -l flag (string match -r -- '^--?[^=]*=' $current)
    for path in (__fish_complete_path (string replace -r -- '^--?[^=]*=' '' $current))
        echo "$flag$path"
    end
end

complete -c orgwright -f -a '(__orgwright_complete)'
`;
