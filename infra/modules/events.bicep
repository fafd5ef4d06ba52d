// Tells IngestArticleFromEvent about new blobs in `articles`. The app must run: its key exists, and it must answer, before a subscription does.

param appName string
param location string
param storageName string
param tags object

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

#disable-next-line BCP081 // Bicep has no types for an app's host keys.
resource host 'Microsoft.Web/sites/host@2024-11-01' existing = {
  parent: app
  name: 'default'
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${storageName}-articles'
  location: location
  tags: tags
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource newArticles 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'new-articles'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestArticleFromEvent&code=${host.listKeys().systemKeys.blobs_extension}'
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
      ]
      subjectBeginsWith: '/blobServices/default/containers/articles/blobs/'
    }
    // Whatever is lost all the same, Sweep finds in the container.
    retryPolicy: {
      eventTimeToLiveInMinutes: 1440
      maxDeliveryAttempts: 30
    }
  }
}
