using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>How long a server asks to be left alone: RFC 9110 section 10.2.3, and Azure's own header in milliseconds.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(PipelineResponse? response, DateTimeOffset now)
    {
        if (response is null)
        {
            return null;
        }

        if (response.Headers.TryGetValue("retry-after-ms", out var text)
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < TimeSpan.MaxValue.TotalMilliseconds)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var header = response.Headers.TryGetValue("Retry-After", out text) && RetryConditionHeaderValue.TryParse(text, out var parsed) ? parsed : null;
        return (header?.Delta ?? header?.Date - now) is { } wait ? TimeSpan.FromTicks(Math.Max(0, wait.Ticks)) : null;
    }
}
