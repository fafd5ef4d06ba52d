// NewsAlerts on Azure: one storage account, a Flex Consumption app, one identity, one key in a vault, no passwords.
//
//   az deployment group create -g GROUP -f infra/main.bicep
//   publish the app, then once more with -p articleEvents=true: docs/decisions/0004-twin-triggers.md says why events come second.

@description('Region of every resource.')
param location string = resourceGroup().location

@description('Start of every resource name: 3 to 11 lower-case letters and digits, a letter first.')
@minLength(3)
@maxLength(11)
param name string = 'newsalerts'

@description('Whether to send the events of new articles to the app. The app must have been published: Event Grid asks it at once whether it wants them.')
param articleEvents bool = false

@description('Most instances that the plan may run at a time.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Settings of the app beside those that it needs here, such as { Email__Host: \'smtp.example\' }; docs/operations.md lists them. No secrets: use Key Vault references.')
param settings object = {}

@description('Tags of every resource.')
param tags object = {}

var suffix = uniqueString(resourceGroup().id)
var storageName = toLower('${name}${suffix}')
var appName = '${name}-${suffix}'

module identity 'modules/identity.bicep' = {
  params: {
    location: location
    name: '${name}-identity-${suffix}'
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    name: storageName
    principalId: identity.outputs.principalId
    tags: tags
  }
}

module keyVault 'modules/keyvault.bicep' = {
  params: {
    location: location
    name: 'kv${suffix}'
    principalId: identity.outputs.principalId
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    name: '${name}-logs-${suffix}'
    principalId: identity.outputs.principalId
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  params: {
    clientId: identity.outputs.clientId
    identityId: identity.outputs.id
    insightsConnectionString: monitoring.outputs.connectionString
    keyUrl: keyVault.outputs.keyUrl
    location: location
    maximumInstances: maximumInstances
    name: appName
    packageContainerUrl: storage.outputs.packageContainerUrl
    settings: settings
    storageEndpoints: storage.outputs.endpoints
    tags: tags
  }
}

module events 'modules/events.bicep' = if (articleEvents) {
  params: {
    appName: app.outputs.name
    location: location
    storageName: storage.outputs.name
    tags: tags
  }
}

@description('Name of the Functions app, for `func azure functionapp publish`.')
output appName string = app.outputs.name

@description('Name of the storage account that articles are dropped into, container `articles`.')
output storageName string = storage.outputs.name

@description('Where the app says that it is up.')
output healthUrl string = 'https://${app.outputs.hostName}/health'
