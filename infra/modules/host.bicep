// What the Functions host keeps: the app's package, its locks, keys and receipts. It makes containers, queues and tables of its own, so the app's
// identity has its roles on the account; nothing else is in it.

import { Network, Strings } from '../types.bicep'
import { roles } from 'roles.bicep'

param location string
param name string
param network Network
param redundancy string
param tags Strings

@description('Name of the app\'s identity.')
param identityName string

var package = 'app-package'

// As Azure's documentation asks for AzureWebJobsStorage: Owner for the leases of timers, the others for the blob trigger's queue and the host's events.
var hostRoles = [roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

module storage 'account.bicep' = {
  params: {
    location: location
    name: name
    network: network
    redundancy: redundancy
    tags: tags
    undelete: 0
  }
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: name
  dependsOn: [storage]

  resource blobService 'blobServices' existing = {
    name: 'default'
  }
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: account::blobService
  name: package
  properties: {
    publicAccess: 'None'
  }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in hostRoles: {
    scope: account
    name: guid(account.id, identity.id, role)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output endpoints { blob: string, queue: string, table: string } = storage.outputs.endpoints
output packageUrl string = '${storage.outputs.endpoints.blob}${packageContainer.name}'
