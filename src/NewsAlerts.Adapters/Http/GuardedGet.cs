namespace NewsAlerts.Adapters.Http;

/// <summary>
/// Gets documents from addresses that the operator names or that lead on from there, and from nothing on the inside: <see cref="OutgoingUrl"/> and
/// <see cref="GuardedConnection"/> as for <see cref="GuardedPost"/>. One request: whoever follows a redirect asks again, and is checked again.
/// </summary>
internal sealed class GuardedGet(IHttpClientFactory clients, string client, OutgoingRules rules, TimeSpan patience, TimeProvider time)
{
    /// <summary>Asks once. What happens is a value; only cancellation throws.</summary>
    /// <param name="url">What for.</param>
    /// <param name="most">Bytes that are read of the document, decompressed; beyond that the connection is dropped.</param>
    /// <param name="headers">More headers; sent as they are.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public async Task<GetAnswer> SendAsync(Uri url, int most, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        if (OutgoingUrl.Objection(url, rules) is { } objection)
        {
            return new GetAnswer.Forbidden(objection);
        }

        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { UserAgent = { OutgoingRequests.Sender } } };
        foreach (var (name, value) in headers)
        {
            // A server's own ETag goes back as it came, well-formed or not.
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var http = clients.CreateClient(client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, complete) = response.IsSuccessStatusCode ? await ReadAsync(response, most, either.Token) : (default, true);
            return new GetAnswer.Answered((int)response.StatusCode, body, complete)
            {
                ETag = Raw(response.Headers.NonValidated, "ETag"),
                LastModified = Raw(response.Content.Headers.NonValidated, "Last-Modified"),
                ContentType = Raw(response.Content.Headers.NonValidated, "Content-Type"),
                Location = response.Headers.Location is { } location && Uri.TryCreate(url, location, out var target) ? target : null,
                RetryAfter = OutgoingRequests.RetryAfter(response, time.GetUtcNow()),
                FreshFor = OutgoingRequests.FreshFor(response),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GetAnswer.Unanswered($"The server did not answer in full within {patience.TotalSeconds:0} s.");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ex.GetBaseException() is InsideAddressException
                ? new GetAnswer.Forbidden(OutgoingUrl.Inside)
                : new GetAnswer.Unanswered(OutgoingRequests.WhyNone(ex, "server"));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool Complete)> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        int length;
        while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = most - (int)read.Length;
            read.Write(buffer, 0, Math.Min(length, room));
            if (length > room)
            {
                return (read.ToArray(), false);
            }
        }

        return (read.ToArray(), true);
    }

    private static string? Raw(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;
}

/// <summary>What became of a GET.</summary>
internal abstract record GetAnswer
{
    private GetAnswer()
    {
    }

    /// <summary>The server answered.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Body">The document of a 2xx, else nothing.</param>
    /// <param name="Complete">Whether that is all of it.</param>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, bool Complete) : GetAnswer
    {
        /// <summary>As it came; so are the next two.</summary>
        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        public string? ContentType { get; init; }

        /// <summary>Where a redirect leads, absolute.</summary>
        public Uri? Location { get; init; }

        /// <summary>How long it asks to wait, at most a day.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>How long it says that this will do; null where it says nothing.</summary>
        public TimeSpan? FreshFor { get; init; }
    }

    /// <summary>The URL is not one that requests may go to; nothing was sent.</summary>
    /// <param name="Error">Why, without the address.</param>
    public sealed record Forbidden(string Error) : GetAnswer;

    /// <summary>No answer: not reached, broken off, or too late.</summary>
    /// <param name="Error">What happened, without the address.</param>
    public sealed record Unanswered(string Error) : GetAnswer;
}
