using 'main.bicep'
extends 'common.bicepparam'

// To try it, or for one editorial office: up to some 10,000 articles a month, a thousand readers. Copies in one zone; starts when something happens.

param scale = {
  maximumInstances: 10
  instanceMemory: 2048
  alwaysReady: []
  shards: 1
  redundancy: 'Standard_LRS'
  zoneRedundantApp: false
}

param retention = {
  originals: 30
  cool: 90
  archive: 0
  undelete: 7
  logs: 30
}

var budget = readEnvironmentVariable('NEWSALERTS_MONTHLY_BUDGET', '')
param alerts = {
  emails: filter(split(readEnvironmentVariable('NEWSALERTS_ALERT_EMAILS', ''), ','), email => !empty(email))
  oldestPending: 15
  failedDeliveries: 5
  monthlyBudget: int(empty(budget) ? '50' : budget)
}

param network = {
  private: false
  addressPrefix: '10.40.0.0/24'
  allowedAddresses: filter(
    split(readEnvironmentVariable('NEWSALERTS_ALLOWED_ADDRESSES', ''), ','),
    address => !empty(address)
  )
}
