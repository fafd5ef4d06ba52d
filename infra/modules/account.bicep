// A storage account that is entered by identity only: no shared keys, nothing public, TLS 1.2 or newer.

import { Network, Strings } from '../types.bicep'

param location string
param name string
param network Network
param redundancy string
param tags Strings

@description('Days for which deleted blobs and containers can be brought back; 0: they are gone.')
param undelete int

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      // Event Grid writes its dead letters as a trusted service, by the topic's own identity.
      bypass: 'AzureServices'
      defaultAction: network.private ? 'Deny' : 'Allow'
      ipRules: [
        for address in network.allowedAddresses: {
          value: address
        }
      ]
    }
    // Not 'Disabled' in a private network either: that would shut out the addresses above, and with 'Deny' nobody else comes in.
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: undelete == 0
    ? {}
    : {
        containerDeleteRetentionPolicy: {
          days: undelete
          enabled: true
        }
        deleteRetentionPolicy: {
          days: undelete
          enabled: true
        }
      }
}

output endpoints { blob: string, queue: string, table: string } = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
