// Who is told, and when. Each rule has its place in the runbook of docs/operations.md, under the beginning of its name.

import { Alerts, Strings } from '../types.bicep'

param alerts Alerts

@description('Budget a day of the model, in the currency of its prices; 0: there is no model, or its cost is not counted.')
param dailyBudget int

@description('Whether there is a model.')
param hasModel bool

param location string
param name string
param newsAccountId string
param tags Strings
param topicId string
param workspaceId string

var always = [
  {
    name: 'poisoned-work'
    displayName: 'Work is poisoned'
    description: 'A message failed five times. Sweep has listed it and starts it again, later and later.'
    query: loadTextContent('../queries/poison.kql')
    measure: 'Sum'
    aggregation: 'Total'
    dimensions: ['Stage']
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'work-given-up'
    displayName: 'Work was given up'
    description: 'Sweep started some work as often as it may. It waits for somebody in the list of failures.'
    query: loadTextContent('../queries/given-up.kql')
    measure: 'Sum'
    aggregation: 'Total'
    dimensions: ['Stage']
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    severity: 1
  }
  {
    name: 'oldest-original-waits'
    displayName: 'The oldest original waits too long'
    description: 'An original has been lying in `articles` for longer than it should, so articles come in faster than they are read, or not at all.'
    query: loadTextContent('../queries/oldest-original.kql')
    measure: 'Minutes'
    aggregation: 'Maximum'
    dimensions: []
    operator: 'GreaterThan'
    threshold: alerts.oldestPending
    window: 'PT5M'
    severity: 2
  }
  {
    name: 'sweep-is-silent'
    displayName: 'Nothing is heard of Sweep'
    description: 'Sweep has not reported for 15 minutes, which it does once a minute: the app does not run, or its metrics do not arrive.'
    query: loadTextContent('../queries/sweep-looks.kql')
    measure: null
    aggregation: 'Count'
    dimensions: []
    operator: 'LessThan'
    threshold: 1
    window: 'PT15M'
    severity: 1
  }
  {
    name: 'deliveries-fail'
    displayName: 'Deliveries fail'
    description: 'More deliveries than usual failed or expired within an hour.'
    query: loadTextContent('../queries/failed-deliveries.kql')
    measure: 'Sum'
    aggregation: 'Total'
    dimensions: ['Channel']
    operator: 'GreaterThan'
    threshold: alerts.failedDeliveries
    window: 'PT1H'
    severity: 2
  }
]

var ofTheModel = [
  {
    name: 'model-fails'
    displayName: 'The model fails'
    description: 'The embedded summariser stood in for the model in more than half of an hour\'s summaries.'
    query: loadTextContent('../queries/fallbacks.kql')
    measure: 'Share'
    aggregation: 'Maximum'
    dimensions: []
    operator: 'GreaterThan'
    threshold: 50
    window: 'PT1H'
    severity: 3
  }
]

var ofItsCost = [
  {
    name: 'model-spend-near-budget'
    displayName: 'The model has nearly used up its budget'
    description: 'More than 80% of the day\'s budget are spent. After all of it the embedded summariser does the rest of the day.'
    query: replace(loadTextContent('../queries/model-spend.kql'), '{dailyBudget}', string(dailyBudget))
    measure: 'Share'
    aggregation: 'Maximum'
    dimensions: []
    operator: 'GreaterThan'
    threshold: 80
    window: 'P1D'
    severity: 3
  }
]

var logRules = concat(always, hasModel ? ofTheModel : [], dailyBudget > 0 ? ofItsCost : [])

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    emailReceivers: [
      for (email, i) in alerts.emails: {
        emailAddress: email
        name: 'email-${i}'
        useCommonAlertSchema: true
      }
    ]
    enabled: true
    groupShortName: 'NewsAlerts'
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in logRules: {
    name: '${rule.name}-${name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      actions: {
        actionGroups: [people.id]
      }
      autoMitigate: true
      criteria: {
        allOf: [
          {
            dimensions: map(rule.dimensions, dimension => { name: dimension, operator: 'Include', values: ['*'] })
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
            metricMeasureColumn: rule.measure
            operator: rule.operator
            query: rule.query
            threshold: rule.threshold
            timeAggregation: rule.aggregation
          }
        ]
      }
      description: rule.description
      displayName: rule.displayName
      enabled: true
      evaluationFrequency: 'PT5M'
      scopes: [workspaceId]
      severity: rule.severity
      // A new workspace may not have the table yet.
      skipQueryValidation: true
      windowSize: rule.window
    }
  }
]

module deadLettered 'metric-alert.bicep' = {
  params: {
    actionGroupId: people.id
    criterion: {
      metric: 'DeadLetteredCount'
      namespace: 'Microsoft.EventGrid/systemTopics'
      aggregation: 'Total'
      operator: 'GreaterThan'
      threshold: 0
    }
    meaning: 'Event Grid gave up telling the app of new articles. Sweep finds them all the same, ten minutes late.'
    name: 'events-undelivered-${name}'
    severity: 3
    tags: tags
    targetId: topicId
  }
}

module storageFails 'metric-alert.bicep' = {
  params: {
    actionGroupId: people.id
    criterion: {
      metric: 'Availability'
      namespace: 'Microsoft.Storage/storageAccounts'
      aggregation: 'Average'
      operator: 'LessThan'
      threshold: 99
    }
    meaning: 'More than one of 100 requests to the news account failed for the account\'s own reasons, throttling among them.'
    name: 'storage-fails-${name}'
    severity: 2
    tags: tags
    targetId: newsAccountId
  }
}

module budget 'budget.bicep' = if (alerts.monthlyBudget > 0) {
  params: {
    actionGroupId: people.id
    amount: alerts.monthlyBudget
    name: 'budget-${name}'
  }
}
