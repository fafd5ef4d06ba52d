// Runs one emulator's script, `node emulator.cjs SCRIPT ARGUMENTS...`, and adds what the emulators lack:
// it says which ports the system gave (they are asked for port 0, so no other program can take one in between),
// and it lives no longer than the process that holds its standard input, however that process ends.
'use strict'

const http = require('node:http')
const net = require('node:net')

const sockets = new Set()
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  this.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  this.once('listening', () => {
    console.log(`listening ${this instanceof http.Server ? 'http' : 'tcp'} ${this.address().port}`)
  })
  return listen.apply(this, args)
}

// A terminal sends Ctrl-C and its hang-up to every process in it. The one that started this one still has work to put away:
// it decides when to stop, so the emulators' own handlers of these two are not let in.
for (const name of ['on', 'once', 'addListener']) {
  const add = process[name]
  process[name] = function (event, listener) {
    return event === 'SIGINT' || event === 'SIGHUP' ? this : add.call(this, event, listener)
  }
  if (name === 'on') {
    add.call(process, 'SIGINT', () => {})
    add.call(process, 'SIGHUP', () => {})
  }
}

let stopping = false
function stop () {
  if (stopping) {
    return
  }
  stopping = true
  // The emulators put their data away on SIGTERM; not every system has that signal, all have the event.
  if (!process.emit('SIGTERM', 'SIGTERM', 15)) {
    process.exit(0)
  }
  // A client opens connections ahead of need. Those that it never used are none of the emulators' idle ones, and keep them open.
  for (const socket of sockets) {
    if (socket.bytesRead === 0) {
      socket.destroy()
    }
  }
  // What still holds a connection open does not keep us: the data is on disk by then.
  setTimeout(() => process.exit(0), 8000).unref()
}

// A pipe says 'close'; a file, such as /dev/null, only 'end'.
process.stdin.resume().once('end', stop).once('close', stop).once('error', stop)

process.argv.splice(1, 1)
require(process.argv[1])
