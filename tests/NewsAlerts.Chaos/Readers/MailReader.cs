using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace NewsAlerts.Chaos.Readers;

/// <summary>The mail server of all readers that have an address. It takes whatever reaches it, and remembers it.</summary>
internal sealed class MailReader : IAsyncDisposable
{
    private const string Began = "began";

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public MailReader(ReceivedDigests received, TimeProvider time)
    {
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("readers.example").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        var services = new ServiceProvider();
        services.Add(new Store(received, time));
        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, session) => session.Context.Properties[Began] = time.GetUtcNow();
        _running = server.StartAsync(_stop.Token);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>The library cannot tell which port the system gave it.</summary>
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class Store(ReceivedDigests received, TimeProvider time) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            using var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
            var began = context.Properties.TryGetValue(Began, out var at) ? (DateTimeOffset)at : time.GetUtcNow();
            foreach (var to in mail.To.Mailboxes)
            {
                received.Add(new Received(
                    to.Address.Split('@')[0], (mail.MessageId ?? "").Split('@')[0], began, time.GetUtcNow(), ReceivedDigests.MarkersIn(mail.TextBody + mail.HtmlBody), Complaint: null)
                {
                    Counted = ReceivedDigests.CountedIn(mail.TextBody ?? string.Empty),
                });
            }

            return SmtpResponse.Ok;
        }
    }
}
