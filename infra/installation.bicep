// NewsAlerts in a resource group: two storage accounts, a vault, a Flex Consumption app and its identity, what watches over them, and no password
// between them. main.bicep makes the group too. The events of new articles come after the app: scripts/subscribe-events.

import { mailSettings, modelSettings } from 'settings.bicep'
import { Alerts, Mail, Model, Network, Operator, Retention, Scale, Strings } from 'types.bicep'

@description('Name of the environment; every resource is named after it. 1 to 64 letters, digits, hyphens and what azd allows besides.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of every resource.')
param location string = resourceGroup().location

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

// Names: what is left of the environment's name, and 13 characters that no other group has. The app's has 32, where the host cuts it off.
var letters = replace(replace(replace(replace(toLower(environmentName), '_', '-'), '.', '-'), '(', '-'), ')', '-')
var suffix = uniqueString(subscription().subscriptionId, resourceGroup().id, environmentName)
var name = '${take(letters, 13)}-${suffix}'
var bare = replace(letters, '-', '')

var names = {
  host: '${take('host${bare}', 11)}${suffix}'
  identity: 'id-${name}'
  insights: 'appi-${name}'
  news: '${take('news${bare}', 11)}${suffix}'
  openAI: 'oai-${name}'
  topic: 'evgt-${name}'
  vault: '${take('kv${bare}', 11)}${suffix}'
  workspace: 'log-${name}'
}
// By their names rather than by modules' outputs: so a what-if knows them before anything is there.
var ids = {
  host: resourceId('Microsoft.Storage/storageAccounts', names.host)
  insights: resourceId('Microsoft.Insights/components', names.insights)
  news: resourceId('Microsoft.Storage/storageAccounts', names.news)
  openAI: resourceId('Microsoft.CognitiveServices/accounts', names.openAI)
  topic: resourceId('Microsoft.EventGrid/systemTopics', names.topic)
  vault: resourceId('Microsoft.KeyVault/vaults', names.vault)
  workspace: resourceId('Microsoft.OperationalInsights/workspaces', names.workspace)
}

module identity 'modules/identity.bicep' = {
  params: {
    location: location
    name: names.identity
    tags: tags
  }
}

module news 'modules/news.bicep' = {
  params: {
    location: location
    name: names.news
    network: network
    operators: operators
    identityName: names.identity
    redundancy: scale.redundancy
    retention: retention
    tags: tags
  }
  dependsOn: [identity]
}

module host 'modules/host.bicep' = {
  params: {
    location: location
    name: names.host
    network: network
    identityName: names.identity
    // What it holds is made anew by the next deployment: it needs no second region.
    redundancy: scale.redundancy == 'Standard_LRS' ? 'Standard_LRS' : 'Standard_ZRS'
    tags: tags
  }
  dependsOn: [identity]
}

module vault 'modules/vault.bicep' = {
  params: {
    location: location
    mailPassword: mailPassword
    modelKey: modelKey
    name: names.vault
    network: network
    identityName: names.identity
    tags: tags
  }
  dependsOn: [identity]
}

module openAI 'modules/openai.bicep' = if (model.provider == 'azure') {
  params: {
    location: location
    model: model
    name: names.openAI
    network: network
    identityName: names.identity
    tags: tags
  }
  dependsOn: [identity]
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    insightsName: names.insights
    location: location
    identityName: names.identity
    retentionDays: retention.logs
    tags: tags
    workspaceName: names.workspace
  }
  dependsOn: [identity]
}

module topic 'modules/topic.bicep' = {
  params: {
    accountName: names.news
    location: location
    name: names.topic
    tags: tags
  }
  dependsOn: [news]
}

module privateNetwork 'modules/network.bicep' = if (network.private) {
  params: {
    addressPrefix: network.addressPrefix
    location: location
    name: name
    tags: tags
    targets: concat(
      flatten(map([ids.news, ids.host], id => map(['blob', 'queue', 'table'], groupId => { id: id, groupId: groupId }))),
      [{ id: ids.vault, groupId: 'vault' }],
      model.provider == 'azure' ? [{ id: ids.openAI, groupId: 'account' }] : []
    )
  }
  dependsOn: [host, news, openAI, vault]
}

module app 'modules/app.bicep' = {
  params: {
    clientId: identity.outputs.clientId
    hostEndpoints: host.outputs.endpoints
    identityId: identity.outputs.id
    insightsConnectionString: monitoring.outputs.connectionString
    location: location
    name: name
    newsEndpoints: news.outputs.endpoints
    packageUrl: host.outputs.packageUrl
    scale: scale
    settings: union(
      mailSettings(mail, vault.outputs.secretsUrl),
      modelSettings(
        model,
        vault.outputs.secretsUrl,
        model.provider == 'azure' ? openAI!.outputs.endpoint : '',
        model.provider == 'azure' ? openAI!.outputs.deployment : '',
        identity.outputs.clientId
      ),
      empty(webAddress) ? {} : { Web__BaseUrl: webAddress },
      settings,
      { KeyRing__VaultKey: vault.outputs.keyUrl }
    )
    subnetId: network.private ? privateNetwork!.outputs.appSubnetId : ''
    tags: tags
  }
}

module watch 'modules/alerts.bicep' = {
  params: {
    alerts: alerts
    dailyBudget: model.provider == 'none' ? 0 : model.prices.dailyBudget
    hasModel: model.provider != 'none'
    location: location
    name: name
    newsAccountId: ids.news
    tags: tags
    topicId: ids.topic
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring, news, topic]
}

module workbook 'modules/workbook.bicep' = {
  params: {
    insightsId: ids.insights
    location: location
    tags: tags
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring]
}

@description('Name of the Functions app.')
output appName string = app.outputs.name

@description('Name of the storage account that articles are dropped into, container `articles`.')
output storageName string = names.news

@description('Name of that account\'s system topic, for scripts/subscribe-events.')
output topicName string = names.topic

@description('Name of the vault.')
output vaultName string = names.vault

@description('Where the app says that it is up.')
output healthUrl string = 'https://${app.outputs.hostName}/health'
