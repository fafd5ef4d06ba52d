// An Azure OpenAI account with one deployment, entered by the app's identity only.

import { AzureModel, Network, Strings } from '../types.bicep'
import { roles } from 'roles.bicep'

param location string
param model AzureModel
param name string
param network Network
param tags Strings

@description('Name of the app\'s identity.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: {
    name: 'S0'
  }
  properties: {
    // Tokens are accepted under a name of its own only.
    customSubDomainName: name
    disableLocalAuth: true
    networkAcls: {
      defaultAction: network.private ? 'Deny' : 'Allow'
    }
    publicNetworkAccess: network.private ? 'Disabled' : 'Enabled'
    // The app reads from it and sends it nowhere: it needs no way out.
    restrictOutboundNetworkAccess: true
  }
}

resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = {
  parent: account
  name: model.name
  sku: {
    name: model.sku
    capacity: model.capacity
  }
  properties: {
    model: {
      format: 'OpenAI'
      name: model.name
      version: model.version
    }
    versionUpgradeOption: 'NoAutoUpgrade'
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identity.id, roles.openAIUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.openAIUser)
  }
}

output endpoint string = account.properties.endpoint
output deployment string = deployment.name
