using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Lets a reader pause a subscription for a week: GET shows a button, POST does it.</summary>
public sealed class Pause(PausePage page)
{
    [Function(nameof(Pause))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = ReaderLinks.PausePath + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        page.AnswerAsync(request, token, cancellationToken);
}
