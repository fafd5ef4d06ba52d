using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Rules: read, explained, matched.</summary>
internal static class RuleTarget
{
    private static readonly Article Article = ((ComposeOutcome.Composed)new ArticleComposer(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System).Compose(
        new OriginalHead("a.txt", "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch),
        new ArticleDraft { Title = "Ferry runs", Text = "The ferry runs again from March, the harbour board said. Tickets cost 40 kroner.", Language = "en" })).Article;

    public static FuzzTarget Target { get; } = new(
        "rule",
        "a subscription's rule",
        ["Lucene.Net.QueryParser"],
        [
            "ferry AND (\"harbour board\"~3 OR title:run*) -dock", "+ferry NOT (a b c) source:\"Gazette\" language:en", "(((a OR b) AND c) && !d) || e", "\"a b\"~101", "a* ?b c~ d^2 [a TO b] /x/", "title:(x AND y) category:sea author:lee",
            "\\+ \\\" \\( ä 日本 \u200d", "AND", "()",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        if (!Rule.TryParse(text, out var rule, out var error))
        {
            BrokenPromiseException.Unless(error is { Problem.Length: > 0, Remedy.Length: > 0 } && error.Column >= 1 && error.Column <= Math.Max(1, text.Length + 1), "An error says where, why, and the remedy.");
            return;
        }

        BrokenPromiseException.Unless(rule.Meaning.Length > 0, "A rule means something.");
        BrokenPromiseException.Unless(Rule.TryParse(rule.ToString(), out _, out _), "A rule as it was written is a rule.");
        var index = new RuleIndex([rule]);
        BrokenPromiseException.Unless(index.Match(Article).Rules.Order().SequenceEqual(index.MatchEvery(Article).Order()), "The index finds what checking the rule finds.");
    }
}
