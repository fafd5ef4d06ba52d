using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// HTML to a tree, within bounds. AngleSharp neither runs scripts nor fetches anything unless it is configured to; what remains is its
/// own work, which hostile mark-up can blow up: unclosed formatting elements, for one, are opened again in every paragraph
/// (HTML, section 13.2.4.3), so that 5 MiB can ask for gigabytes of nodes. One of these is for one original: all of its HTML, such as the
/// entries of a feed, shares the bounds.
/// </summary>
internal sealed class BoundedHtml(CancellationToken cancellationToken)
{
    /// <summary>Levels of the tree. Deeper elements become siblings, as in browsers; the walks over the tree recurse.</summary>
    private const int MaxDepth = 200;

    /// <summary>
    /// A feed at all its limits allocates 192 MiB. On a busy machine it counts as a tenth more: a thread gets its memory in pieces, and what is left of one when
    /// the collector runs is counted as taken.
    /// </summary>
    private const long MaxAllocatedBytes = 256L * 1024 * 1024;
    private const int TokensBetweenChecks = 64;

    /// <summary>Elements open at once; for each tag, the parser looks through all of them.</summary>
    private const int MaxOpen = 1_000;

    /// <summary>Tags that begin an element, as nearly every element has one. News pages have 500 to 4,000, the longest of an encyclopaedia some 60,000; a feed at the limit of size, 150,000.</summary>
    private const int MaxElements = 160_000;

    /// <summary>With those that end one.</summary>
    private const int MaxTags = 300_000;

    /// <summary>Attributes of one tag; each is looked at several times.</summary>
    private const int MaxAttributes = 500;

    /// <summary>An end to what slips through the other limits. Far from what any page takes: a busy machine must turn no good one away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Start tags that need no end tag: void elements, and those that the next one closes (HTML, section 13.1.2.4).</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "html", "head", "body",
    };

    /// <summary>What a rejection says of mark-up that goes over.</summary>
    public const string Bounds = "more than 160,000 elements, 300,000 tags, 500 attributes in one of them, 1,000 elements open at once, 256 MiB, or a minute";

    private long _allocated;
    private TimeSpan _taken;
    private int _elements;
    private int _tags;

    /// <summary>The document; null where it takes more than it may.</summary>
    public IHtmlDocument? Parse(string html)
    {
        var started = Stopwatch.GetTimestamp() - (long)(_taken.TotalSeconds * Stopwatch.Frequency);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - _allocated;
        var (tokens, open) = (0, 0);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnToken = (token, _) =>
            {
                if (token is HtmlTagToken tag)
                {
                    if (!Unclosed.Contains(tag.Name))
                    {
                        open = Math.Max(0, open + (tag.Type == HtmlTokenType.StartTag ? 1 : -1));
                    }

                    _elements += tag.Type == HtmlTokenType.StartTag ? 1 : 0;
                    if (++_tags > MaxTags || _elements > MaxElements || tag.Attributes.Count > MaxAttributes || open > MaxOpen)
                    {
                        throw new OverBudgetException();
                    }
                }

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
        finally
        {
            _allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            _taken = Stopwatch.GetElapsedTime(started);
        }
    }

    /// <summary>Leaves the parser from within; never leaves this class.</summary>
    private sealed class OverBudgetException : Exception;
}
