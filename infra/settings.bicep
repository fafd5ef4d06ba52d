// The app's settings that depend on what somebody chose: a mail server, a model. All others are in modules/app.bicep.

import { Mail, Model, Strings } from 'types.bicep'

@description('How mails are sent; nothing where there is no mail server.')
@export()
func mailSettings(mail Mail, secretsUrl string) Strings =>
  empty(mail.host)
    ? {}
    : union(
        {
          Email__From: empty(mail.from)
            ? fail('mail.from is empty (NEWSALERTS_MAIL_FROM); a mail server needs the address that mails come from.')
            : mail.from
          Email__FromName: mail.fromName
          Email__Host: mail.host
          Email__Port: string(mail.port)
          Email__Tls: mail.tls
        },
        // In one line: not all that shows or copies settings keeps breaks. As text: this plan loads no certificates into files (WEBSITE_LOAD_CERTIFICATES).
        empty(mail.authority)
          ? {}
          : { Email__CertificateAuthority: trim(replace(replace(mail.authority, '\r', ''), '\n', ' ')) },
        empty(mail.userName)
          ? {}
          : {
              Email__Password: '@Microsoft.KeyVault(SecretUri=${secretsUrl}/mail-password)'
              Email__UserName: mail.userName
            }
      )

@description('Which model summarises, and at what price; nothing where there is none. Endpoint, deployment and client are those of a model in Azure.')
@export()
func modelSettings(model Model, secretsUrl string, endpoint string, deployment string, clientId string) Strings =>
  model.provider == 'azure'
    ? {
        OpenAI__ClientId: clientId
        OpenAI__DailyBudget: string(model.prices.dailyBudget)
        OpenAI__Endpoint: endpoint
        OpenAI__InputPrice: model.prices.input
        OpenAI__Kind: 'Azure'
        OpenAI__Model: deployment
        OpenAI__OutputPrice: model.prices.output
      }
    : model.provider == 'openai'
        ? {
            OpenAI__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretsUrl}/model-key)'
            OpenAI__DailyBudget: string(model.prices.dailyBudget)
            OpenAI__Endpoint: model.endpoint
            OpenAI__InputPrice: model.prices.input
            OpenAI__Kind: 'Compatible'
            OpenAI__Model: model.name
            OpenAI__OutputPrice: model.prices.output
          }
        : {}
