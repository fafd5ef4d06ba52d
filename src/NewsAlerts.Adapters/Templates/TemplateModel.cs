using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// What a template sees of a digest: docs/templates.md, "What a template can say". Names and plain values only: nothing here has a method, a
/// file or an address that anything would fetch. Members may be added; none is renamed, removed or given another meaning.
/// </summary>
internal static class TemplateModel
{
    /// <param name="digest">As much of the digest as is to be shown.</param>
    /// <param name="budget">What going through its lists may cost.</param>
    public static IReadOnlyDictionary<string, object?> Of(DigestView digest, RenderBudget budget) => new Dictionary<string, object?>
    {
        ["kind"] = digest.Kind switch { DigestKind.Alert => "alert", DigestKind.RoundUp => "round-up", _ => "digest" },
        ["isAlert"] = digest.Kind == DigestKind.Alert,
        ["title"] = digest.Title,
        ["subject"] = DigestSubject.Of(digest),
        ["preheader"] = digest.Preheader,
        ["day"] = digest.Day,
        ["count"] = digest.Count,
        ["intro"] = digest.Intro,
        ["items"] = List(digest.Full, Full, budget),
        ["brief"] = List([.. digest.Brief, .. digest.Rest?.Items ?? []], (item, _) => Brief(item), budget),
        ["more"] = digest.Unlisted + (digest.Rest is { } rest ? rest.Count - rest.Items.Count : 0),
        ["reason"] = $"{digest.Footer.Reason.Before}“{digest.Footer.Name}”{digest.Footer.Reason.After}",
        ["caution"] = DigestView.Caution,
        ["rule"] = digest.Matched ?? digest.Footer.Rule,
        ["issueUrl"] = digest.IssueUrl,
        ["pauseUrl"] = digest.Footer.PauseUrl,
        ["unsubscribeUrl"] = digest.Footer.UnsubscribeUrl,
        ["imprint"] = digest.Footer.Imprint,
        ["reference"] = digest.Footer.Reference,
    };

    private static Dictionary<string, object?> Full(ItemView item, RenderBudget budget)
    {
        var full = Brief(item);
        full["byline"] = item.Byline;
        full["published"] = item.Published;
        full["points"] = List(item.Points, (point, _) => new Dictionary<string, object?> { ["text"] = point.Text, ["quotes"] = new BudgetedList<string>(point.Quotes, budget) }, budget);
        full["notes"] = new BudgetedList<string>(item.Notes, budget);
        return full;
    }

    private static Dictionary<string, object?> Brief(ItemView item) => new()
    {
        ["headline"] = item.Headline,
        ["source"] = item.Source ?? item.Host,
        ["url"] = item.Url,
        ["host"] = item.Host,
        ["language"] = item.Language,
        ["direction"] = item.Direction,
    };

    private static BudgetedList<Dictionary<string, object?>> List<T>(IReadOnlyList<T> items, Func<T, RenderBudget, Dictionary<string, object?>> of, RenderBudget budget) =>
        new([.. items.Select(item => of(item, budget))], budget);
}
