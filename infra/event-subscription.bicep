// Tells IngestArticleFromEvent about new blobs in `articles`. Deployed by scripts/subscribe-events, after the app: its key exists, and it answers
// Event Grid's question whether it wants events, only when it has started. The key goes from one resource to the other and is seen by nobody.

@description('Name of the Functions app.')
param appName string

@description('Name of the storage account that articles are dropped into.')
param storageName string

@description('Name of that account\'s system topic.')
param topicName string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

#disable-next-line BCP081 // Bicep has no types for an app's host keys.
resource host 'Microsoft.Web/sites/host@2024-11-01' existing = {
  parent: app
  name: 'default'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource newArticles 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'new-articles'
  properties: {
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          blobContainerName: 'dead-letters'
          resourceId: account.id
        }
      }
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestArticleFromEvent&code=${host.listKeys().systemKeys.blobs_extension}'
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/articles/blobs/'
    }
    // Whatever is lost all the same, Sweep finds in the container.
    retryPolicy: {
      eventTimeToLiveInMinutes: 1440
      maxDeliveryAttempts: 30
    }
  }
}
