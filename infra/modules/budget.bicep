// What the resource group may cost a month, in the subscription's currency, and who hears of it. It stops nothing.

param actionGroupId string
param amount int
param name string

@description('First day of the month that the budget begins in.')
param start string = utcNow('yyyy-MM-01')

func told(kind string, threshold int, actionGroup string) object => {
  enabled: true
  contactEmails: []
  contactGroups: [actionGroup]
  operator: 'GreaterThanOrEqualTo'
  threshold: threshold
  thresholdType: kind
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    amount: amount
    category: 'Cost'
    notifications: {
      nearly: told('Actual', 80, actionGroupId)
      reached: told('Actual', 100, actionGroupId)
      foreseen: told('Forecasted', 100, actionGroupId)
    }
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
  }
}
