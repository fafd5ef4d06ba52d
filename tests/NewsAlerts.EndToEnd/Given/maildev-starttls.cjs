// MailDev with STARTTLS, which the server that it is made of offers and MailDev hides: `node maildev-starttls.cjs MAILDEV ARGUMENTS...`.
'use strict'

const { createRequire } = require('node:module')

const maildev = process.argv.splice(2, 1)[0]
const load = createRequire(maildev)
const library = load('smtp-server')
library.SMTPServer = class extends library.SMTPServer {
  constructor (options) {
    super({ ...options, hideSTARTTLS: false, disabledCommands: [] })
  }
}
load(maildev)
