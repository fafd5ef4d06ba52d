using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Lets an address say yes to a subscription: GET shows a button, POST does it.</summary>
public sealed class Confirm(ConfirmPage page)
{
    [Function(nameof(Confirm))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = ReaderLinks.ConfirmPath + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        page.AnswerAsync(request, token, cancellationToken);
}
