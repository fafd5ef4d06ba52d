// What the resource group may cost a month, in the subscription's currency, and who hears of it. It stops nothing.

param actionGroupId string
param amount int
param name string

@description('First day of the month that the budget begins in.')
param start string = utcNow('yyyy-MM-01')

var told = [
  { name: 'nearly', of: 'Actual', percent: 80 }
  { name: 'reached', of: 'Actual', percent: 100 }
  { name: 'foreseen', of: 'Forecasted', percent: 100 }
]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    amount: amount
    category: 'Cost'
    notifications: toObject(told, one => one.name, one => {
      enabled: true
      contactEmails: []
      contactGroups: [actionGroupId]
      operator: 'GreaterThanOrEqualTo'
      threshold: one.percent
      thresholdType: one.of
    })
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
  }
}
