using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.Http;

/// <summary>
/// Posts JSON to addresses that subscriptions name, and to nothing on the inside: see <see cref="OutgoingUrl"/> and <see cref="GuardedConnection"/>.
/// Bounded in time, in what is read of the answer, and in how many requests one host has under way. No redirects, no proxy, no cookies.
/// </summary>
internal sealed class GuardedPost(IHttpClientFactory clients, HostGate gate, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>The name of its client.</summary>
    public const string Client = "outgoing";

    private readonly WebhookOptions _options = options.Value;

    /// <summary>Posts a body once. What happens is a value; only cancellation throws.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="json">The body, UTF-8.</param>
    /// <param name="headers">More headers; names and values are the caller's own, never an article's.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public async Task<PostAnswer> SendAsync(
        Uri url, ReadOnlyMemory<byte> json, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        if (OutgoingUrl.Objection(url, _options.Rules) is { } objection)
        {
            return new PostAnswer.Forbidden(objection);
        }

        using var turn = await gate.TryEnterAsync(url.Authority, cancellationToken);
        if (turn is null)
        {
            return new PostAnswer.HostBusy();
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = Request(url, json, headers);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response, either.Token);
            return new PostAnswer.Answered((int)response.StatusCode, body, OutgoingRequests.RetryAfter(response, time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PostAnswer.Unanswered($"The receiver did not answer within {_options.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ex.GetBaseException() is InsideAddressException
                ? new PostAnswer.Forbidden(OutgoingUrl.Inside)
                : new PostAnswer.Unanswered(OutgoingRequests.WhyNone(ex, "receiver"));
        }
    }

    private static HttpRequestMessage Request(Uri url, ReadOnlyMemory<byte> json, IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new("application/json", "utf-8") } },
            Headers = { UserAgent = { OutgoingRequests.Sender } },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    /// <summary>Reads an answer of ordinary size, which also keeps the connection for the next.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var read = new MemoryStream();
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[4_096];
            for (var left = _options.MaxResponseBytes; left > 0;)
            {
                var length = await body.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), cancellationToken);
                read.Write(buffer, 0, length);
                left = length == 0 ? 0 : left - length;
            }
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status line came: the receiver has decided, and a repeated send would be a second digest.
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }
}
