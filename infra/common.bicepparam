using none

// What every profile takes from the environment: `azd env set NAME VALUE`, or `export NAME=VALUE` before `az deployment`.

// What is empty counts as not given, since workflows hand over what is not set as empty.

var port = readEnvironmentVariable('NEWSALERTS_MAIL_PORT', '')
var tls = readEnvironmentVariable('NEWSALERTS_MAIL_TLS', '')
var fromName = readEnvironmentVariable('NEWSALERTS_MAIL_FROM_NAME', '')
var chosenModel = readEnvironmentVariable('NEWSALERTS_MODEL', '')
var chosenSettings = readEnvironmentVariable('NEWSALERTS_SETTINGS', '')

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'newsalerts')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')

param mail = {
  host: readEnvironmentVariable('NEWSALERTS_MAIL_HOST', '')
  port: int(empty(port) ? '587' : port)
  tls: empty(tls) ? 'StartTls' : tls
  authority: readEnvironmentVariable('NEWSALERTS_MAIL_AUTHORITY', '')
  from: readEnvironmentVariable('NEWSALERTS_MAIL_FROM', '')
  fromName: empty(fromName) ? 'NewsAlerts' : fromName
  userName: readEnvironmentVariable('NEWSALERTS_MAIL_USER', '')
}
param mailPassword = readEnvironmentVariable('NEWSALERTS_MAIL_PASSWORD', '')
param webAddress = readEnvironmentVariable('NEWSALERTS_WEB_ADDRESS', '')

// None: the embedded summariser. For `azure`, give its name, version and prices too; for `openai` an endpoint instead of version, sku and capacity.
param model = json(empty(chosenModel) ? '{ "provider": "none" }' : chosenModel)
param modelKey = readEnvironmentVariable('NEWSALERTS_MODEL_KEY', '')

// Object id of a user who operates it by the command line: `az ad signed-in-user show --query id -o tsv`.
var operator = readEnvironmentVariable('NEWSALERTS_OPERATOR', '')
param operators = empty(operator) ? [] : [{ id: operator, type: 'User' }]

param settings = json(empty(chosenSettings) ? '{}' : chosenSettings)
