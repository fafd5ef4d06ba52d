# Completion of `newsalerts` for fish. For this shell:  newsalerts completion fish | source
# For all to come:  newsalerts completion fish > ~/.config/fish/completions/newsalerts.fish

function __newsalerts_complete
    # The command asks for what follows its name.
    set -l line (commandline --cut-at-cursor --current-process | string replace --regex '^\s*\S+\s' '')
    set -l found (newsalerts "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    set -l token (commandline --cut-at-cursor --current-token)
    if string match --quiet -- '-*' $token
        set found (string match -- '--*' $found)
    else
        set found (string match --regex -- '^[^-/].*' $found)
    end
    # Where it knows no word, files are meant.
    if test (count $found) -eq 0
        __fish_complete_path $token
    else
        string join \n -- $found
    end
end

complete --command newsalerts --no-files --arguments '(__newsalerts_complete)'
