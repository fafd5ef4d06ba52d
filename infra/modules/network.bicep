// A virtual network with the app in it, and a private way to each thing that the app talks to.

import { Strings } from '../types.bicep'

param addressPrefix string
param location string
param name string
param tags Strings

@description('What gets a private endpoint: a resource, and which part of it.')
param targets Target[]

type Target = {
  id: string
  groupId: 'blob' | 'queue' | 'table' | 'vault' | 'account'
}

var groupIds = union(map(targets, target => target.groupId), [])
var zones = {
  account: 'privatelink.openai.azure.com'
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressPrefix]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 25, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 25, 1)
          defaultOutboundAccess: false
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource privateZones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for groupId in groupIds: {
    name: zones[groupId]
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (groupId, i) in groupIds: {
    parent: privateZones[i]
    name: network.name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

module privateEndpoints 'private-endpoint.bicep' = [
  for target in targets: {
    params: {
      groupId: target.groupId
      location: location
      name: 'pep-${last(split(target.id, '/'))}-${target.groupId}'
      subnetId: network::endpoints.id
      tags: tags
      targetId: target.id
      zoneId: resourceId('Microsoft.Network/privateDnsZones', zones[target.groupId])
    }
    dependsOn: [privateZones]
  }
]

output appSubnetId string = network::app.id
