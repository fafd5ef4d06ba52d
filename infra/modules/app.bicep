// The Functions app on a Flex Consumption plan.

@description('Client id of the app\'s identity.')
param clientId string

@description('Resource id of the app\'s identity.')
param identityId string

param insightsConnectionString string

@description('Key that wraps the keys behind readers\' links.')
param keyUrl string

param location string
param maximumInstances int
param name string

@description('Container that the app is published to and started from.')
param packageContainerUrl string

@description('Settings beside those here; of these they may replace Web__BaseUrl only.')
param settings object

@description('The storage account\'s endpoints: blob, queue, table.')
param storageEndpoints {
  blob: string
  queue: string
  table: string
}

param tags object

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    functionAppConfig: {
      deployment: {
        storage: {
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
          type: 'blobContainer'
          value: packageContainerUrl
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
      }
    }
    httpsOnly: true
    serverFarmId: plan.id
    siteConfig: {
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union({ Web__BaseUrl: 'https://${app.properties.defaultHostName}' }, settings, {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    // The Azure SDK's default credential finds the identity by it.
    AZURE_CLIENT_ID: clientId
    AzureWebJobsStorage__blobServiceUri: storageEndpoints.blob
    AzureWebJobsStorage__clientId: clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__queueServiceUri: storageEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: storageEndpoints.table
    // This plan runs blob triggers from events only: docs/decisions/0004-twin-triggers.md.
    AzureWebJobs_IngestArticle_Disabled: 'true'
    KeyRing__VaultKey: keyUrl
    Storage__blobServiceUri: storageEndpoints.blob
    Storage__clientId: clientId
    Storage__credential: 'managedidentity'
    Storage__queueServiceUri: storageEndpoints.queue
    Storage__tableServiceUri: storageEndpoints.table
  })
}

resource ftpByPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource publishingByPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
