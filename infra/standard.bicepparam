using 'main.bicep'
extends 'common.bicepparam'

// For an organisation: up to some 100,000 articles a month, ten thousand readers. Copies in three zones.

param scale = {
  maximumInstances: 40
  instanceMemory: 2048
  alwaysReady: []
  shards: 4
  redundancy: 'Standard_ZRS'
  zoneRedundantApp: true
}

param retention = {
  originals: 30
  cool: 90
  archive: 0
  undelete: 7
  logs: 60
}

var budget = readEnvironmentVariable('NEWSALERTS_MONTHLY_BUDGET', '')
param alerts = {
  emails: filter(split(readEnvironmentVariable('NEWSALERTS_ALERT_EMAILS', ''), ','), email => !empty(email))
  oldestPending: 15
  failedDeliveries: 20
  monthlyBudget: int(empty(budget) ? '300' : budget)
}

param network = {
  private: false
  addressPrefix: '10.40.0.0/24'
  allowedAddresses: filter(
    split(readEnvironmentVariable('NEWSALERTS_ALLOWED_ADDRESSES', ''), ','),
    address => !empty(address)
  )
}
