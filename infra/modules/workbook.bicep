// What happens, in one picture: workbook.json, over the workspace that holds the metrics.

import { Strings } from '../types.bicep'

param insightsId string
param location string
param tags Strings
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insightsId, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'NewsAlerts'
    // Read as JSON first, so that what is not JSON does not compile.
    serializedData: replace(string(loadJsonContent('../workbook.json')), '{workspace}', workspaceId)
    sourceId: insightsId
    version: '1.0'
  }
}
