# Completion of `newsalerts` for fish. For this shell:  newsalerts completion fish | source
# For all to come:  newsalerts completion fish > ~/.config/fish/completions/newsalerts.fish

function __newsalerts_complete
    # The command asks for what follows its name.
    set -l line (commandline --cut-at-cursor --current-process | string replace --regex '^\s*\S+\s' '')
    set -l found (newsalerts "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    if string match --quiet -- '-*' (commandline --cut-at-cursor --current-token)
        string match -- '--*' $found
    else
        string match --invert --regex '^[-/]' $found
    end
end

complete --command newsalerts --arguments '(__newsalerts_complete)'
