using 'main.bicep'
extends 'common.bicepparam'

// For a million articles a month or a hundred thousand readers. Copies in three zones and another region, a private network, and alerts that never wait for a cold start.

param scale = {
  maximumInstances: 200
  instanceMemory: 4096
  alwaysReady: [
    { name: 'function:DeliverDigest', instanceCount: 1 }
    { name: 'function:RouteArticle', instanceCount: 1 }
  ]
  shards: 16
  redundancy: 'Standard_GZRS'
  zoneRedundantApp: true
}

param retention = {
  originals: 30
  cool: 30
  archive: 0
  undelete: 7
  logs: 90
}

var budget = readEnvironmentVariable('NEWSALERTS_MONTHLY_BUDGET', '')
param alerts = {
  emails: filter(split(readEnvironmentVariable('NEWSALERTS_ALERT_EMAILS', ''), ','), email => !empty(email))
  oldestPending: 15
  failedDeliveries: 100
  monthlyBudget: int(empty(budget) ? '3000' : budget)
}

param network = {
  private: true
  addressPrefix: '10.40.0.0/24'
  allowedAddresses: filter(
    split(readEnvironmentVariable('NEWSALERTS_ALLOWED_ADDRESSES', ''), ','),
    address => !empty(address)
  )
}
