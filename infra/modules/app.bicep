// The Functions app on a Flex Consumption plan.

import { Scale, Strings } from '../types.bicep'

@description('Client id of the app\'s identity.')
param clientId string

@description('Resource id of the app\'s identity.')
param identityId string

param insightsConnectionString string
param location string
param name string

@description('Container that the app is published to and started from.')
param packageUrl string

param scale Scale

@description('Settings beside those that follow here from the other parameters; they replace none of these but Web__BaseUrl.')
param settings Strings

@description('Where the host keeps its own: blob, queue, table.')
param hostEndpoints { blob: string, queue: string, table: string }

@description('Where the news are: blob, queue, table.')
param newsEndpoints { blob: string, queue: string, table: string }

@description('Subnet that the app reaches others from; empty: none.')
param subnetId string

param tags Strings

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: scale.zoneRedundantApp
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${name}'
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
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
          value: packageUrl
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: scale.alwaysReady
        instanceMemoryMB: scale.instanceMemory
        maximumInstanceCount: scale.maximumInstances
      }
    }
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    serverFarmId: plan.id
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union({ Web__BaseUrl: 'https://${app.properties.defaultHostName}' }, settings, {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    AzureWebJobsStorage__blobServiceUri: hostEndpoints.blob
    AzureWebJobsStorage__clientId: clientId
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__queueServiceUri: hostEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: hostEndpoints.table
    // This plan runs blob triggers from events only: docs/decisions/0004-twin-triggers.md.
    AzureWebJobs_IngestArticle_Disabled: 'true'
    KeyRing__ClientId: clientId
    Routing__Shards: string(scale.shards)
    Storage__blobServiceUri: newsEndpoints.blob
    Storage__clientId: clientId
    Storage__credential: 'managedidentity'
    Storage__queueServiceUri: newsEndpoints.queue
    Storage__tableServiceUri: newsEndpoints.table
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
