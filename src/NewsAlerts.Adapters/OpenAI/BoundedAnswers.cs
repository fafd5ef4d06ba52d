namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Reads an answer whole, up to a limit: the client would read one of any size.</summary>
internal sealed class BoundedAnswers : DelegatingHandler
{
    /// <summary>Many times the largest output.</summary>
    private const int MaxBytes = 4 * 1_024 * 1_024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
