#!/usr/bin/env bash
# Connects the events of new articles with the app, once the app has been published and has started. May be run any number of times.
set -euo pipefail

usage() {
  cat <<TEXT
Usage: subscribe-events.sh [GROUP APP STORAGE TOPIC]

  GROUP    the resource group                                   (AZURE_RESOURCE_GROUP)
  APP      the Functions app                                    (NEWSALERTS_APP)
  STORAGE  the storage account that articles are dropped into   (NEWSALERTS_STORAGE)
  TOPIC    that account's system topic                          (NEWSALERTS_TOPIC)

Each is an output of the deployment; azd hands them over as the variables in brackets.
NEWSALERTS_WAIT    how many seconds the app may take to start; 600
NEWSALERTS_EVERY   how many seconds between two looks; 10
TEXT
}

fail() {
  echo "subscribe-events: $*" >&2
  exit 1
}

case ${1:-} in
  -h | --help)
    usage
    exit
    ;;
esac
(($# == 0 || $# == 4)) || { usage >&2; fail "Expected none or four arguments, got $#."; }

group=${1:-${AZURE_RESOURCE_GROUP:-}} app=${2:-${NEWSALERTS_APP:-}} storage=${3:-${NEWSALERTS_STORAGE:-}} topic=${4:-${NEWSALERTS_TOPIC:-}}
for given in "AZURE_RESOURCE_GROUP=$group" "NEWSALERTS_APP=$app" "NEWSALERTS_STORAGE=$storage" "NEWSALERTS_TOPIC=$topic"; do
  [[ -n ${given#*=} ]] || fail "${given%%=*} is not set, and no arguments are given. 'azd env get-values', or the deployment's outputs, have it."
done
command -v az >/dev/null || fail 'The Azure CLI (az) is not on the PATH: https://learn.microsoft.com/cli/azure/install-azure-cli'

wait=${NEWSALERTS_WAIT:-600} every=${NEWSALERTS_EVERY:-10}
subscription=()
[[ -z ${AZURE_SUBSCRIPTION_ID:-} ]] || subscription=(--subscription "$AZURE_SUBSCRIPTION_ID")

# Tries until it succeeds; what it said last is shown when it did not.
within() {
  local what=$1 deadline=$((SECONDS + wait)) said
  shift
  until said=$("$@" 2>&1); do
    ((SECONDS < deadline)) || { echo "$said" >&2; fail "$what: not within $wait seconds."; }
    sleep "$every"
  done
}

# The host makes the key when it starts with a blob trigger that takes events. Only whether it is there is asked, never the key.
has_key() {
  local kind
  kind=$(az functionapp keys list -g "$group" -n "$app" ${subscription[@]+"${subscription[@]}"} --query 'type(systemKeys.blobs_extension)' -o tsv) || return 1
  [[ $kind == string ]] || { echo "$app has no key blobs_extension yet: it has not started, or IngestArticleFromEvent is not in what was published."; return 1; }
}

# Event Grid asks the app at once, and not for long: an app that is just starting may need a second try.
subscribe() {
  az deployment group create -g "$group" ${subscription[@]+"${subscription[@]}"} -n subscribe-events -o none \
    -f "$(dirname "${BASH_SOURCE[0]}")/../event-subscription.bicep" \
    -p "appName=$app" "storageName=$storage" "topicName=$topic"
}

within "The start of $app" has_key
within 'The subscription' subscribe
echo "New articles in $storage are told to $app."
