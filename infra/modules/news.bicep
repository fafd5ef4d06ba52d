// Everything that NewsAlerts keeps. Articles are dropped here, so it is an account of its own: whoever may drop them sees nothing of the host's.
// The app gets a role for each container, queue and table that it uses, and none on the account.

import { Network, Operator, Retention, Strings } from '../types.bicep'
import { roles } from 'roles.bicep'

param location string
param name string
param network Network
param operators Operator[]
param redundancy string
param retention Retention
param tags Strings

@description('Name of the app\'s identity.')
param identityName string

// Azure's documentation asks for Owner on what a blob trigger watches. Templates are the operators' to change.
var containers = [
  { name: 'articles', role: roles.blobDataOwner }
  { name: 'originals', role: roles.blobDataContributor }
  { name: 'rejected', role: roles.blobDataContributor }
  { name: 'library', role: roles.blobDataContributor }
  { name: 'digests', role: roles.blobDataContributor }
  { name: 'keys', role: roles.blobDataContributor }
  { name: 'templates', role: roles.blobDataReader }
]
var queues = [
  'summarize'
  'summarize-poison'
  'route'
  'route-poison'
  'deliver'
  'deliver-poison'
  'webjobs-blobtrigger-poison'
]
var tables = [
  'Open'
  'Originals'
  'Archive'
  'Subscriptions'
  'Inboxes'
  'Deliveries'
  'DeliveryDays'
  'Failures'
  'FailureLog'
  'Spend'
]

var operatorRoles = [roles.blobDataContributor, roles.queueDataContributor, roles.tableDataContributor]
var operatorGrants = flatten(map(
  operators,
  operator => map(operatorRoles, role => { principalId: operator.id, principalType: operator.type, role: role })
))

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
    undelete: retention.undelete
  }
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: name
  dependsOn: [storage]

  resource blobService 'blobServices' existing = {
    name: 'default'
  }

  resource queueService 'queueServices' existing = {
    name: 'default'
  }

  resource tableService 'tableServices' existing = {
    name: 'default'
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: account::blobService
    name: container.name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource deadLetterContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: account::blobService
  name: 'dead-letters'
  properties: {
    publicAccess: 'None'
  }
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queues: {
    parent: account::queueService
    name: queue
  }
]

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: account::tableService
    name: table
  }
]

resource containerGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in containers: {
    scope: blobContainers[i]
    name: guid(blobContainers[i].id, identity.id, container.role)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', container.role)
    }
  }
]

resource queueGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in queues: {
    scope: storageQueues[i]
    name: guid(storageQueues[i].id, identity.id, roles.queueDataContributor)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
    }
  }
]

resource tableGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, i) in tables: {
    scope: storageTables[i]
    name: guid(storageTables[i].id, identity.id, roles.tableDataContributor)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    }
  }
]

resource grantsOfOperators 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in operatorGrants: {
    scope: account
    name: guid(account.id, grant.principalId, grant.role)
    properties: {
      principalId: grant.principalId
      principalType: grant.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.role)
    }
  }
]

module lifecycle 'lifecycle.bicep' = {
  params: {
    accountName: account.name
    redundancy: redundancy
    retention: retention
  }
}

output endpoints { blob: string, queue: string, table: string } = storage.outputs.endpoints
