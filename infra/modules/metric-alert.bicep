// A rule that watches one metric of one resource every five minutes.

import { Strings } from '../types.bicep'

@description('What becomes too much or too little, over how it is aggregated.')
type Criterion = {
  metric: string
  namespace: string
  aggregation: 'Average' | 'Total'
  operator: 'GreaterThan' | 'LessThan'
  threshold: int
}

@description('Who is told.')
param actionGroupId string

param criterion Criterion

@description('What its being raised means, for who is told.')
param meaning string

param name string

@description('0, the worst, to 4.')
@minValue(0)
@maxValue(4)
param severity int

param tags Strings

@description('Whose metric.')
param targetId string

resource rule 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          metricName: criterion.metric
          metricNamespace: criterion.namespace
          name: toLower(criterion.metric)
          operator: criterion.operator
          threshold: criterion.threshold
          timeAggregation: criterion.aggregation
        }
      ]
    }
    description: meaning
    enabled: true
    evaluationFrequency: 'PT5M'
    scopes: [targetId]
    severity: severity
    windowSize: 'PT15M'
  }
}
