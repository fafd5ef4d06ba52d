using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Functions;

/// <summary>Lets a reader end a pause: GET shows a button, POST does it.</summary>
public sealed class Resume(ResumePage page)
{
    [Function(nameof(Resume))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = ReaderLinks.ResumePath + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        page.AnswerAsync(request, token, cancellationToken);
}
