using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Web.Readers;

/// <summary>Makes the links that mails carry.</summary>
public sealed partial class ReaderLinks(ReaderTokens tokens, IWebAddress address, ILogger<ReaderLinks> logger)
{
    private int _missed;

    /// <summary>A link to the page of an action; null where this installation has no address, which the log says once.</summary>
    public Uri? To(ReaderAction action, SubscriptionId subscription, DateTimeOffset issued) =>
        Base() is { } site ? Of(site, action, tokens.Issue(action, subscription, issued)) : null;

    /// <summary>A link to the page that shows a digest; null where this installation has no address.</summary>
    public Uri? To(Digest digest) => Base() is { } site ? Of(site, ReaderAction.Read, tokens.Issue(digest.Id, digest.Frozen)) : null;

    private Uri? Base()
    {
        if (address.Base is not { } site)
        {
            if (Interlocked.Exchange(ref _missed, 1) == 0)
            {
                Log.NoAddress(logger, $"{WebOptions.Section}:{nameof(WebOptions.BaseUrl)}");
            }

            return null;
        }

        return site;
    }

    private static Uri Of(Uri site, ReaderAction action, string token) => new($"{site.AbsoluteUri.TrimEnd('/')}/{PathOf(action)}/{token}");

    /// <summary>The first segment of an action's path.</summary>
    public static string PathOf(ReaderAction action) => action switch
    {
        ReaderAction.Unsubscribe => UnsubscribePath,
        ReaderAction.Confirm => ConfirmPath,
        ReaderAction.Pause => PausePath,
        ReaderAction.Resume => ResumePath,
        ReaderAction.Read => DigestsPath,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such action."),
    };

    public const string UnsubscribePath = "unsubscribe";

    public const string ConfirmPath = "confirm";

    public const string PausePath = "pause";

    public const string ResumePath = "resume";

    public const string DigestsPath = "digests";

    private static partial class Log
    {
        [LoggerMessage(8101, LogLevel.Warning, "{Key} is not set: mails go out without a link to pause or unsubscribe, issues without one to the whole of them, and no address can be asked to confirm.")]
        public static partial void NoAddress(ILogger logger, string key);
    }
}
