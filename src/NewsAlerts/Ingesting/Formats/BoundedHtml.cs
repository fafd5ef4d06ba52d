using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// HTML to a tree, within bounds. AngleSharp neither runs scripts nor fetches anything unless it is configured to; what remains is its
/// own work, which hostile mark-up can blow up: unclosed formatting elements, for one, are opened again in every paragraph
/// (HTML, section 13.2.4.3), so that 5 MiB can ask for gigabytes of nodes.
/// </summary>
internal static class BoundedHtml
{
    /// <summary>Levels of the tree. Deeper elements become siblings, as in browsers; the walks over the tree recurse.</summary>
    private const int MaxDepth = 200;
    private const long MaxAllocatedBytes = 512L * 1024 * 1024;
    private const int TokensBetweenChecks = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The document; null where it takes more than it may.</summary>
    public static IHtmlDocument? Parse(string html, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var tokens = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnToken = (_, _) =>
            {
                if (++tokens % TokensBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (Stopwatch.GetElapsedTime(started) > Longest || GC.GetAllocatedBytesForCurrentThread() - allocated > MaxAllocatedBytes)
                    {
                        throw new OverBudgetException();
                    }
                }
            },
        });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (OverBudgetException)
        {
            return null;
        }
    }

    /// <summary>Leaves the parser from within; never leaves this class.</summary>
    private sealed class OverBudgetException : Exception;
}
