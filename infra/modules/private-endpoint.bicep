// A private address for a resource, and its name in the private zone.

import { Strings } from '../types.bicep'

param groupId string
param location string
param name string
param subnetId string
param tags Strings
param targetId string
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          groupIds: [groupId]
          privateLinkServiceId: targetId
        }
      }
    ]
    subnet: {
      id: subnetId
    }
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: groupId
        properties: {
          privateDnsZoneId: zoneId
        }
      }
    ]
  }
}
