using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Lets a reader end a subscription: GET shows a button, POST does it, also as the one click of RFC 8058.</summary>
public sealed class Unsubscribe(UnsubscribePage page)
{
    [Function(nameof(Unsubscribe))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = ReaderLinks.UnsubscribePath + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        page.AnswerAsync(request, token, cancellationToken);
}
