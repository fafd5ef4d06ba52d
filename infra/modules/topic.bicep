// What happens in the news account, for subscriptions to take from. Its own identity writes the events that could not be delivered.

import { Strings } from '../types.bicep'
import { roles } from 'roles.bicep'

param accountName string
param location string
param name string
param tags Strings

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = {
      name: 'dead-letters'
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    // Event Grid counts as a trusted service of a closed account by this kind of identity only.
    type: 'SystemAssigned'
  }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobService::container
  name: guid(account::blobService::container.id, topic.id, roles.blobDataContributor)
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}
