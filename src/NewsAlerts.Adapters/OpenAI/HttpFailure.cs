using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>What a status that is no success means.</summary>
internal static class HttpFailure
{
    public static ModelReply.Failed Of(ClientResultException exception, DateTimeOffset now)
    {
        var response = exception.GetRawResponse();
        var code = exception.Status is 400 or 429 ? ErrorCode(response?.Content) : null;
        return (exception.Status, code) switch
        {
            (400, "content_filter") => new ModelReply.Failed(ModelFailure.Filtered),
            (401 or 403, _) => new ModelReply.Failed(ModelFailure.Denied),
            (404, _) => new ModelReply.Failed(ModelFailure.NotFound),
            // Somebody has to pay first.
            (429, "insufficient_quota") => new ModelReply.Failed(ModelFailure.Unpaid),
            (429, _) => new ModelReply.Failed(ModelFailure.Busy, IsPassing: true, RetryAfter.Of(response, now)),
            (408, _) => new ModelReply.Failed(ModelFailure.TimedOut, IsPassing: true),
            ( >= 500, _) => new ModelReply.Failed(ModelFailure.Failed, IsPassing: true, RetryAfter.Of(response, now)),
            _ => new ModelReply.Failed(ModelFailure.Failed),
        };
    }

    /// <summary>What it means that no answer could be read. Denied and Unreachable never arrived, so that nothing can have been charged.</summary>
    public static ModelFailure Of(Exception exception) =>
        exception is AuthenticationFailedException ? ModelFailure.Denied
        : (exception as HttpRequestException ?? exception.InnerException as HttpRequestException)?.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError ? ModelFailure.Unreachable
        : ModelFailure.Failed;

    private static string? ErrorCode(BinaryData? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? BinaryData.FromString("{}"));
            return document.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
