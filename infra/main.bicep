// NewsAlerts in a resource group of its own: what `azd` and `az deployment sub create` deploy. docs/deploy.md has the steps.

targetScope = 'subscription'

import { Alerts, Mail, Model, Network, Operator, Retention, Scale, Strings } from 'types.bicep'

@description('Name of the environment; every resource is named after it. 1 to 64 letters, digits, hyphens and what azd allows besides.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of every resource.')
param location string

@description('How large it may become.')
param scale Scale

@description('How long things are kept.')
param retention Retention

@description('The mail server and the sender.')
param mail Mail

@description('The mail server\'s password, kept in Key Vault; leave it out later to keep what is there.')
@secure()
param mailPassword string = ''

@description('What summarises beside the embedded summariser.')
param model Model = { provider: 'none' }

@description('The key of a model of the kind `openai`, kept in Key Vault; leave it out later to keep what is there.')
@secure()
param modelKey string = ''

@description('Address of readers\' pages, such as https://news.example.org; empty: the app\'s own.')
@maxLength(200)
param webAddress string = ''

@description('Who hears of what is wrong.')
param alerts Alerts

@description('From where what is stored can be reached.')
param network Network

@description('Who may operate the installation by the command line.')
param operators Operator[] = []

@description('Further settings of the app, by their names in docs/configuration.md. No secrets.')
param settings Strings = {}

@description('Tags of every resource.')
param tags Strings = {}

// azd finds what belongs to an environment by this tag.
var allTags = union(tags, { 'azd-env-name': environmentName })
var letters = replace(replace(replace(replace(environmentName, '_', '-'), '.', '-'), '(', '-'), ')', '-')

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${letters}'
  location: location
  tags: allTags
}

module installation 'installation.bicep' = {
  scope: group
  params: {
    alerts: alerts
    environmentName: environmentName
    location: location
    mail: mail
    mailPassword: mailPassword
    model: model
    modelKey: modelKey
    network: network
    operators: operators
    retention: retention
    scale: scale
    settings: settings
    tags: allTags
    webAddress: webAddress
  }
}

// In capitals, since azd keeps outputs as environment variables, which scripts/subscribe-events reads.

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the Functions app.')
output NEWSALERTS_APP string = installation.outputs.appName

@description('Name of the storage account that articles are dropped into, container `articles`.')
output NEWSALERTS_STORAGE string = installation.outputs.storageName

@description('Name of that account\'s system topic.')
output NEWSALERTS_TOPIC string = installation.outputs.topicName

@description('Name of the vault.')
output NEWSALERTS_VAULT string = installation.outputs.vaultName

@description('Where the app says that it is up.')
output NEWSALERTS_HEALTH string = installation.outputs.healthUrl
