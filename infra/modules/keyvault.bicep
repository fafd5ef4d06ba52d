// The key that wraps the keys behind readers' links. The app may wrap and unwrap with it, and read nothing else.

param location string
param name string

@description('Principal that wraps and unwraps with the key.')
param principalId string

param tags object

// Key Vault Crypto Service Encryption User.
var role = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: tenant().tenantId
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'readers-links'
  tags: tags
  properties: {
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    keySize: 3072
    kty: 'RSA'
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: key
  name: guid(key.id, principalId, role)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}

// Without its version: what a version has wrapped names it, and new keys are wrapped by the latest.
output keyUrl string = key.properties.keyUri
