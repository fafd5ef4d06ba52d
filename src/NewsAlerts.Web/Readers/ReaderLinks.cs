using Microsoft.Extensions.Logging;
using NewsAlerts.Routing;

namespace NewsAlerts.Web.Readers;

/// <summary>Makes the links that mails carry.</summary>
public sealed partial class ReaderLinks(ReaderTokens tokens, IWebAddress address, ILogger<ReaderLinks> logger)
{
    private int _missed;

    /// <summary>A link to the page of an action; null where this installation has no address, which the log says once.</summary>
    public Uri? To(ReaderAction action, SubscriptionId subscription, DateTimeOffset issued)
    {
        if (address.Base is not { } site)
        {
            if (Interlocked.Exchange(ref _missed, 1) == 0)
            {
                Log.NoAddress(logger, $"{WebOptions.Section}:{nameof(WebOptions.BaseUrl)}");
            }

            return null;
        }

        return new Uri($"{site.AbsoluteUri.TrimEnd('/')}/{PathOf(action)}/{tokens.Issue(action, subscription, issued)}");
    }

    /// <summary>The first segment of an action's path.</summary>
    public static string PathOf(ReaderAction action) => action switch
    {
        ReaderAction.Unsubscribe => UnsubscribePath,
        ReaderAction.Confirm => ConfirmPath,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such action."),
    };

    public const string UnsubscribePath = "unsubscribe";

    public const string ConfirmPath = "confirm";

    private static partial class Log
    {
        [LoggerMessage(8101, LogLevel.Warning, "{Key} is not set: mails go out without a link to unsubscribe, and no address can be asked to confirm.")]
        public static partial void NoAddress(ILogger logger, string key);
    }
}
