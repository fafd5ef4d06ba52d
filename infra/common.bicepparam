using none

// What every profile takes from the environment: `azd env set NAME VALUE`, or `export NAME=VALUE` before `az deployment`.

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'newsalerts')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')

param mail = {
  host: readEnvironmentVariable('NEWSALERTS_MAIL_HOST', '')
  port: int(readEnvironmentVariable('NEWSALERTS_MAIL_PORT', '587'))
  tls: readEnvironmentVariable('NEWSALERTS_MAIL_TLS', 'StartTls')
  from: readEnvironmentVariable('NEWSALERTS_MAIL_FROM', 'newsalerts@localhost')
  fromName: readEnvironmentVariable('NEWSALERTS_MAIL_FROM_NAME', 'NewsAlerts')
  userName: readEnvironmentVariable('NEWSALERTS_MAIL_USER', '')
}
param mailPassword = readEnvironmentVariable('NEWSALERTS_MAIL_PASSWORD', '')
param webAddress = readEnvironmentVariable('NEWSALERTS_WEB_ADDRESS', '')

// None: the embedded summariser. For `azure`, give its name, version and prices too; for `openai` an endpoint instead of version, sku and capacity.
param model = json(readEnvironmentVariable('NEWSALERTS_MODEL', '{ "provider": "none" }'))
param modelKey = readEnvironmentVariable('NEWSALERTS_MODEL_KEY', '')

// Object id of a user who operates it by the command line: `az ad signed-in-user show --query id -o tsv`.
var operator = readEnvironmentVariable('NEWSALERTS_OPERATOR', '')
param operators = empty(operator) ? [] : [{ id: operator, type: 'User' }]

param settings = json(readEnvironmentVariable('NEWSALERTS_SETTINGS', '{}'))
