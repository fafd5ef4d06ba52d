# Completion of `newsalerts` for bash. For this shell:  source <(newsalerts completion bash)
# For all to come:  newsalerts completion bash > ~/.local/share/bash-completion/completions/newsalerts

_newsalerts() {
  local word=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} suggestion
  # The command asks for what follows its name.
  line=${line#"${line%%[![:space:]]*}"}
  line=${line#*[[:space:]]}
  COMPREPLY=()
  while IFS= read -r suggestion; do
    case $suggestion in
      -\? | -h | /*) ;;
      -*) [[ $word == -* && $suggestion == "$word"* ]] && COMPREPLY+=("$suggestion") ;;
      "$word"*) [[ -n $suggestion ]] && COMPREPLY+=("$suggestion") ;;
    esac
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}

# Where it knows no word, files are meant.
complete -o default -F _newsalerts newsalerts
