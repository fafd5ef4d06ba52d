using System.Text.RegularExpressions;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>Whether an article's title is a headline: not a file name, an address, a site's name, or a paragraph.</summary>
internal static partial class Titles
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int LongestWords = 30;
    private const int LongestCharacters = 300;
    private const int ShortestUnspaced = 5;

    /// <summary>The title as a headline; null where it is none.</summary>
    public static string? Find(Article article)
    {
        if (article.Citation.Title is not { } given)
        {
            return null;
        }

        var title = WithoutSite(Spaces().Replace(given, " ").Trim(), article.Citation);
        title = ReleaseLabel().IsMatch(title) ? HeadingOf(article) : title;
        var real = title.Length is > 0 and <= LongestCharacters
            && !IsAddress(title)
            && !IsSlug(title)
            && !IsPlaceholder(title)
            && !SiteNotices.Are(title)
            && !IsSite(title, article)
            && !IsWrongSize(title);
        return !real ? null : IsShouted(title) ? SentenceCase.Of(title, article.Text) : title;
    }

    // Under "FOR IMMEDIATE RELEASE" comes what it releases.
    private static string HeadingOf(Article article)
    {
        var first = article.Sentences.Count > 1 && article.Sentences[1].Paragraph != article.Sentences[0].Paragraph ? article.TextOf(0) : string.Empty;
        return first is [.., not ('.' or '!' or '?' or ':')] ? first : string.Empty;
    }

    private static string WithoutSite(string title, Citation citation)
    {
        var cut = SiteSuffix().Match(title);
        if (!cut.Success)
        {
            return title;
        }

        var site = cut.Groups["site"].Value;
        var piped = cut.Value.TrimStart().StartsWith('|');
        var isSite = IsNamed(site, citation) || (piped && Words.CountIn(site) <= 4);
        return isSite && Words.CountIn(title.AsSpan(0, cut.Index)) >= 3 ? title[..cut.Index].TrimEnd() : title;
    }

    private static bool IsNamed(string site, Citation citation) =>
        string.Equals(site, citation.Source, StringComparison.OrdinalIgnoreCase) || Domain().IsMatch(site) || IsHost(site, citation.Url);

    private static bool IsHost(string site, Uri? url)
    {
        var name = site.Replace(" ", string.Empty, StringComparison.Ordinal);
        return url is not null && url.Host.Split('.').Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAddress(string title) => Address().IsMatch(title);

    // "storm-hits-coast", "news_2024_final", "IMG 2041.docx": what a file was called.
    private static bool IsSlug(string title) =>
        FileName().IsMatch(title) || (!title.Contains(' ', StringComparison.Ordinal) && title.AsSpan().IndexOfAny("-_/") >= 0);

    private static bool IsPlaceholder(string title) => Placeholder().IsMatch(title);

    // A site's name has nothing to do with the story: none of its few words occurs there.
    private static bool IsSite(string title, Article article)
    {
        if (IsNamed(title, article.Citation))
        {
            return true;
        }

        var words = title.Split(' ');
        return words.Length <= 4
            && SiteName().IsMatch(title)
            && !words[..^1].Any(word => word.Length > 3 && article.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWrongSize(string title)
    {
        var letters = title.Count(char.IsLetterOrDigit);
        return Words.CountIn(title) is < 2 or > LongestWords || (title.Any(Words.IsUnspaced) && letters < ShortestUnspaced);
    }

    private static bool IsShouted(string title) => title.Any(char.IsUpper) && !title.Any(char.IsLower);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s(?:\||-|–|—|·|::)\s(?<site>[^|–—·]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();

    [GeneratedRegex(@"^(?:[a-z]+://|www\.|mailto:)\S*|^\S+\.(?:com|org|net|co|info|news)(?:/\S*)?$", Loose)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|info|news|in|uk|de|fr|vn|tv|ng|ke)$", Loose)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\.(?:html?|php|aspx?|txt|docx?|pdf|md|json|xml|eml|rtf)$|^[\d\W_]+$|^(?=\S*\d)[\w]+$", Loose)]
    private static partial Regex FileName();

    [GeneratedRegex(
        @"^\W*(?:untitled(?: document| page)?|home(?: ?page)?|index|article|news|latest news|breaking news|world news|no title"
        + @"|\(?no subject\)?|document ?\d*|new page|page ?\d*|headlines?|main|welcome|story"
        + @"|404.*|page not found|just a moment.*)\W*$",
        Loose)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\W*(?:for immediate release|(?:press|news|media) (?:release|statement|advisory)|embargoed (?:until|till|for)\b.*)\W*$", Loose)]
    private static partial Regex ReleaseLabel();

    [GeneratedRegex(
        @"\b(?:News|Times|Post|Herald|Tribune|Gazette|Telegraph|Guardian|Chronicle|Journal|Observer|Daily|Online|Today|Express|Mail|Magazine"
        + @"|Press|Media|TV|Radio|Network)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex SiteName();
}
