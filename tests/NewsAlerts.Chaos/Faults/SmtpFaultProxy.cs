using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Chaos.Faults;

/// <summary>Stands in front of a mail server on this machine, and disturbs connections.</summary>
internal sealed class SmtpFaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan HangTime = TimeSpan.FromSeconds(4);

    /// <summary>Of a mail that is cut halfway, so much is passed on: commands, and the beginning of the text.</summary>
    private const int Halfway = 1_500;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _upstream;
    private readonly FaultPlan _faults;
    private readonly TimeProvider _time;
    private readonly Task _accepting;

    public SmtpFaultProxy(int upstream, FaultPlan faults, TimeProvider time)
    {
        (_upstream, _faults, _time) = (upstream, faults, time);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception ex) when (ex is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Stopped; or whoever connected is gone already.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        using (client)
        {
            try
            {
                await ServeAsync(client, _faults.Next(), both);
            }
            catch (Exception ex) when (ex is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One of the two hung up.
            }
        }
    }

    private async Task ServeAsync(TcpClient client, Fault fault, CancellationTokenSource both)
    {
        if (await RefuseAsync(client, fault, both.Token))
        {
            return;
        }

        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _upstream, both.Token);
        var mail = new MailText();
        var sending = PumpAsync(client.GetStream(), server.GetStream(), (chunk, sofar) =>
        {
            mail.Sent(chunk.Span);
            return fault != Fault.CutHalfway || sofar < Halfway;
        }, both);
        var answering = PumpAsync(server.GetStream(), client.GetStream(), (_, _) => fault != Fault.LoseAnswer || !mail.HasEnded, both);
        await Task.WhenAll(sending, answering);
    }

    private async Task<bool> RefuseAsync(TcpClient client, Fault fault, CancellationToken cancellationToken)
    {
        var refusal = fault switch
        {
            Fault.Answer500 => "451 4.3.0 Try again later\r\n",
            Fault.Answer503 => "421 4.3.2 Shutting down\r\n",
            Fault.Answer429 or Fault.Answer507 => "452 4.3.1 Insufficient system storage\r\n",
            _ => null,
        };
        if (refusal is not null)
        {
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(refusal), cancellationToken);
            return true;
        }

        if (fault is Fault.Delay or Fault.Hang)
        {
            await Task.Delay(fault is Fault.Hang ? HangTime : _faults.UpTo(LongestDelay), _time, cancellationToken);
        }

        return fault is Fault.Hang or Fault.Drop;
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, int, bool> mayPass, CancellationTokenSource both)
    {
        var buffer = new byte[1_024];
        var sofar = 0;
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, both.Token)) > 0 && mayPass(buffer.AsMemory(0, read), sofar))
            {
                await to.WriteAsync(buffer.AsMemory(0, read), both.Token);
                sofar += read;
            }
        }
        finally
        {
            await both.CancelAsync();
        }
    }

    /// <summary>Knows when a mail's text has been sent whole: the next answer is the one that says OK.</summary>
    private sealed class MailText
    {
        private static readonly byte[] End = "\r\n.\r\n"u8.ToArray();
        private int _matched;

        public volatile bool HasEnded;

        public void Sent(ReadOnlySpan<byte> bytes)
        {
            foreach (var one in bytes)
            {
                _matched = one == End[_matched] ? _matched + 1 : one == End[0] ? 1 : 0;
                if (_matched == End.Length)
                {
                    (HasEnded, _matched) = (true, 0);
                }
            }
        }
    }
}
