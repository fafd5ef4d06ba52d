using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Shows a reader one issue, whole.</summary>
public sealed class ReadDigest(DigestPage page)
{
    [Function(nameof(ReadDigest))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReaderLinks.DigestsPath + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        page.AnswerAsync(request, token, cancellationToken);
}
