using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsAlerts.Tests.Adapters.Email;

/// <summary>
/// A mail server on loopback that answers each command as a test says: with a reply, with nothing at all ("hang") or by
/// closing the connection ("drop"). "GREETING" and "BODY" stand for the connection and for the message's end.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string Hang = "hang";
    public const string Drop = "drop";

    private readonly Dictionary<string, string> _replies;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _hanging = new();
    private readonly Task _serving;

    /// <param name="replies">What to answer, by command; the others succeed.</param>
    public ScriptedSmtpServer(params (string Command, string Reply)[] replies)
    {
        _replies = replies.ToDictionary(reply => reply.Command, reply => reply.Reply);
        _listener.Start();
        _serving = ServeAsync(_stopping.Token);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The commands that came, as they were written.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The last message that came whole.</summary>
    public string? Message { get; private set; }

    /// <summary>Ends when the server has begun to leave a command unanswered.</summary>
    public Task Hanging => _hanging.Task;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(stopping);
                await ConverseAsync(client.GetStream(), stopping);
            }
        }
        catch (Exception ex) when (ex is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ConverseAsync(NetworkStream stream, CancellationToken stopping)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            var goOn = await ReplyAsync("GREETING", "220 ready", stream, stopping);
            while (goOn && await reader.ReadLineAsync(stopping) is { } line)
            {
                Commands.Add(line);
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                goOn = command switch
                {
                    "EHLO" => await ReplyAsync(command, "250-hello\r\n250 AUTH PLAIN LOGIN", stream, stopping),
                    "AUTH" => await ReplyAsync(command, "235 welcome", stream, stopping),
                    "DATA" => await ReplyAsync(command, "354 go ahead", stream, stopping)
                        && (!Reply(command, "354").StartsWith("354", StringComparison.Ordinal) || await BodyAsync(reader, stream, stopping)),
                    "QUIT" => await ReplyAsync(command, "221 bye", stream, stopping) && false,
                    _ => await ReplyAsync(command, "250 fine", stream, stopping),
                };
            }
        }
        catch (IOException)
        {
        }
    }

    private async Task<bool> BodyAsync(StreamReader reader, NetworkStream stream, CancellationToken stopping)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stopping) is { } line && line != ".")
        {
            message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        Message = message.ToString();
        return await ReplyAsync("BODY", "250 queued", stream, stopping);
    }

    private string Reply(string command, string usual) => _replies.GetValueOrDefault(command, usual);

    private async Task<bool> ReplyAsync(string command, string usual, NetworkStream stream, CancellationToken stopping)
    {
        switch (Reply(command, usual))
        {
            case Drop:
                return false;
            case Hang:
                _hanging.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), stopping);
                return true;
        }
    }
}
