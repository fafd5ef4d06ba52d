// The key that wraps the keys behind readers' links, and the passwords that other services ask for. The app may wrap and unwrap with that key and
// read those secrets, each by a role of its own, and nothing else.

import { Network, Strings } from '../types.bicep'
import { roles } from 'roles.bicep'

param location string
param name string
param network Network
param tags Strings

@description('Name of the app\'s identity.')
param identityName string

@secure()
@description('The mail server\'s password; empty: what is there stays.')
param mailPassword string

@secure()
@description('The model\'s key; empty: what is there stays.')
param modelKey string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: network.private ? 'Deny' : 'Allow'
      ipRules: [
        for address in network.allowedAddresses: {
          value: address
        }
      ]
    }
    publicNetworkAccess: 'Enabled'
    sku: {
      family: 'A'
      name: 'standard'
    }
    softDeleteRetentionInDays: 90
    tenantId: tenant().tenantId
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'readers-links'
  tags: tags
  properties: {
    keyOps: ['wrapKey', 'unwrapKey']
    keySize: 3072
    kty: 'RSA'
  }
}

resource grantOfKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: key
  name: guid(key.id, identity.id, roles.keyVaultCryptoServiceEncryptionUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.keyVaultCryptoServiceEncryptionUser
    )
  }
}

module mailSecret 'secret.bicep' = if (!empty(mailPassword)) {
  params: {
    identityName: identityName
    name: 'mail-password'
    value: mailPassword
    vaultName: vault.name
  }
}

module modelSecret 'secret.bicep' = if (!empty(modelKey)) {
  params: {
    identityName: identityName
    name: 'model-key'
    value: modelKey
    vaultName: vault.name
  }
}

// Both without a version: what a version of the key has wrapped names it, and of a secret the newest one counts.
output keyUrl string = key.properties.keyUri
output secretsUrl string = '${vault.properties.vaultUri}secrets'
