// What ends by itself, and what becomes cheaper to keep. What is in `articles` never ends here: it is not yet handled.

import { Retention } from '../types.bicep'

param accountName string
param redundancy string
param retention Retention

var archives = retention.archive > 0
var unarchivable = archives && redundancy != 'Standard_LRS'
var misordered = archives && retention.archive <= retention.cool

var tiers = union(
  retention.cool == 0 ? {} : { tierToCool: { daysAfterModificationGreaterThan: retention.cool } },
  !archives
    ? {}
    : unarchivable
        ? fail('retention.archive needs the redundancy Standard_LRS: zone-redundant accounts have no archive tier.')
        : misordered
            ? fail('retention.archive must be more days than retention.cool.')
            : { tierToArchive: { daysAfterModificationGreaterThan: retention.archive } }
)

var endings = [
  {
    name: 'originals-end'
    enabled: true
    type: 'Lifecycle'
    definition: {
      actions: {
        baseBlob: {
          delete: {
            daysAfterModificationGreaterThan: retention.originals
          }
        }
      }
      filters: {
        blobTypes: ['blockBlob']
        prefixMatch: ['originals/', 'rejected/', 'dead-letters/']
      }
    }
  }
]

var coolings = [
  {
    name: 'library-cools'
    enabled: true
    type: 'Lifecycle'
    definition: {
      actions: {
        baseBlob: tiers
      }
      filters: {
        blobTypes: ['blockBlob']
        prefixMatch: ['library/', 'digests/']
      }
    }
  }
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: retention.cool == 0 && !archives ? endings : concat(endings, coolings)
    }
  }
}
