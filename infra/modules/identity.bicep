// What the app is towards every other resource.

import { Strings } from '../types.bicep'

param location string
param name string
param tags Strings

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
