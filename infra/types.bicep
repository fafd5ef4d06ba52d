// The shapes of the parameters, shared by main.bicep and installation.bicep.

@export()
@description('Texts by their names.')
type Strings = {
  *: string
}

@export()
@sealed()
@description('How large it may become.')
type Scale = {
  @description('Most instances that the plan may run at a time. More than a few need a higher quota of the subscription.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Memory of an instance, in MB. 2048 holds the rules of some 100,000 subscriptions; 4096 is for more. 512 is too little for the host and the worker.')
  instanceMemory: 2048 | 4096

  @description('Instances that run all the time, by function, so that nothing waits for a cold start; billed all the time.')
  alwaysReady: {
    @description('`http`, or `function:` and a name of docs/functions.md, such as `function:DeliverDigest`.')
    name: string

    @minValue(1)
    @maxValue(1000)
    instanceCount: int
  }[]

  @description('Shards of subscriptions: one for each 10,000 or so. May grow, never shrink.')
  @minValue(1)
  @maxValue(256)
  shards: int

  @description('Copies of what is stored: in one zone, in three, or in three and in another region.')
  redundancy: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

  @description('Whether the app too outlasts the loss of a zone. Not every region can.')
  zoneRedundantApp: bool
}

@export()
@sealed()
@description('How long things are kept, and how.')
type Retention = {
  @description('Days that originals, rejected ones, and undeliverable events are kept.')
  @minValue(1)
  @maxValue(3650)
  originals: int

  @description('Days after which articles, summaries and digests move to the cool tier: cheaper to keep, dearer to read. 0: never.')
  @minValue(0)
  @maxValue(3650)
  cool: int

  @description('Days after which they move to the archive tier, where `newsalerts show` cannot read them until they are rehydrated, which takes hours. 0: never. Not with Standard_ZRS or Standard_GZRS, which have no archive.')
  @minValue(0)
  @maxValue(3650)
  archive: int

  @description('Days for which what is deleted can be brought back.')
  @minValue(1)
  @maxValue(365)
  undelete: int

  @description('Days that logs, traces and metrics are kept.')
  @minValue(30)
  @maxValue(730)
  logs: int
}

@export()
@sealed()
@description('The mail server and the sender; without it the app sends no mail.')
type Mail = {
  @description('Name of the mail server; empty: none yet.')
  @maxLength(255)
  host: string

  @description('587 for submission; 465 with `Implicit`.')
  @minValue(1)
  @maxValue(65535)
  port: int

  @description('How the connection is encrypted.')
  tls: 'StartTls' | 'Implicit'

  @description('For a mail server of your own: the authorities that its certificate must come from, as PEM text, in the place of the system\'s; empty: the system\'s. No secret.')
  @maxLength(32768)
  authority: string

  @description('The sender\'s address; its domain should sign (DKIM).')
  @maxLength(254)
  from: string

  @description('The sender\'s name.')
  @maxLength(100)
  fromName: string

  @description('Who signs in to the mail server; empty: nobody. The password goes into Key Vault.')
  userName: string
}

@export()
@discriminator('provider')
@description('What summarises, beside the embedded summariser, which always does where this fails.')
type Model = NoModel | AzureModel | OpenAIModel

@sealed()
@description('The embedded summariser does the whole job.')
type NoModel = {
  provider: 'none'
}

@sealed()
@description('An Azure OpenAI account and a deployment of its own, entered by identity.')
@export()
type AzureModel = {
  provider: 'azure'

  @description('The model, such as `gpt-5.4-mini`; `az cognitiveservices model list -l REGION` lists what there is.')
  @maxLength(64)
  name: string

  @description('Its version, such as `2026-03-17`. Models are retired: look at its date in the list.')
  version: string

  @description('Where requests are worked on: anywhere, in the data zone, in the region.')
  sku: 'GlobalStandard' | 'DataZoneStandard' | 'Standard'

  @description('Thousands of tokens a minute. An article takes 2 to 5.')
  @minValue(1)
  capacity: int

  prices: Prices
}

@sealed()
@description('OpenAI\'s own service, or one that speaks like it, entered by a key in Key Vault.')
type OpenAIModel = {
  provider: 'openai'

  @description('Base address of the API; https://api.openai.com/v1 is OpenAI\'s own.')
  endpoint: string

  @maxLength(100)
  name: string

  prices: Prices
}

@sealed()
@description('What the model costs and may cost, in any one currency.')
type Prices = {
  @description('Of a million input tokens, as text: 0.15.')
  input: string

  @description('Of a million output tokens, as text.')
  output: string

  @description('Most a day. The rest of the day is the embedded summariser\'s.')
  @minValue(0)
  dailyBudget: int
}

@export()
@sealed()
@description('Who hears of what is wrong, and from when on it is.')
type Alerts = {
  @description('Mail addresses; none: alerts fire, and nobody is told.')
  @maxLength(20)
  emails: string[]

  @description('Minutes that an original may lie in `articles` before somebody is told.')
  @minValue(5)
  @maxValue(1440)
  oldestPending: int

  @description('Deliveries an hour that may fail or expire before somebody is told: a few bad addresses are no incident.')
  @minValue(0)
  failedDeliveries: int

  @description('What Azure may cost a month, in the subscription\'s currency; 80% and 100% of it, and a forecast of 100%, are told. 0: no budget.')
  @minValue(0)
  monthlyBudget: int
}

@export()
@sealed()
@description('From where what is stored can be reached.')
type Network = {
  @description('Whether storage, the vault and the model are reached by private endpoints only.')
  private: bool

  @description('Addresses of the virtual network: at least /24.')
  addressPrefix: string

  @description('Public addresses (or ranges) that may reach storage and the vault all the same, such as the office that operates it.')
  allowedAddresses: string[]
}

@export()
@sealed()
@description('Somebody who operates the installation with `newsalerts --storage`.')
type Operator = {
  @description('Object id in Entra.')
  @minLength(36)
  @maxLength(36)
  id: string

  type: 'User' | 'Group' | 'ServicePrincipal'
}
