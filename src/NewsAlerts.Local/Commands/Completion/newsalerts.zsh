#compdef newsalerts
# Completion of `newsalerts` for zsh. For this shell, after compinit:  source <(newsalerts completion zsh)
# For all to come:  newsalerts completion zsh > "${fpath[1]}/_newsalerts"

_newsalerts() {
  local line="${(j: :)words[2,CURRENT]}"
  local -a found
  found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  if [[ ${words[CURRENT]} == -* ]]; then
    found=(${(M)found:#--*})
  else
    found=(${found:#[-/]*})
  fi
  # Where it knows no word, files are meant.
  compadd -a found || _files
}

if [[ ${funcstack[1]} == _newsalerts ]]; then
  _newsalerts "$@"
else
  compdef _newsalerts newsalerts
fi
