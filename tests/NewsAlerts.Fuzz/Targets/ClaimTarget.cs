using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Claims about an article: the first line is the claim, the rest the article. Either may be anything.</summary>
internal static class ClaimTarget
{
    private static readonly OriginalHead Head = new("a.txt", "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch);
    private static readonly ArticleComposer Composer = new(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System);

    public static FuzzTarget Target { get; } = new(
        "claim",
        "a claim and its source",
        [],
        [
            "The ferry cost $4.5 million, “too much,” Holt said.\nThe ferry cost 4.5 million dollars in 2019, up 12 per cent. “That is too much,” said Maria Holt, who chairs the board. It was not sold.",
            "It was sold on 3 May 2026 to three-quarters of the EU.\nIt was not sold on May 3. The European Union (EU) owns 75% of it, 1,200 km away.",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var input = Encoding.UTF8.GetString(content);
        var end = input.IndexOf('\n', StringComparison.Ordinal);
        if (end <= 0 || Composer.Compose(Head, new ArticleDraft { Text = input[end..], Language = "en" }) is not ComposeOutcome.Composed(var article))
        {
            return;
        }

        var verdict = ClaimVerifier.Verify(article, TextNormalizer.NormalizeLine(input[..end]));
        BrokenPromiseException.Unless(double.IsFinite(verdict.Score) && verdict.Score is >= 0 and <= 1, "A score lies between 0 and 1.");
        BrokenPromiseException.Unless(verdict.Supported == (verdict.Reasons.Count == 0), "What is not supported has a reason.");

        // Whatever the article says, it supports: a sentence is always true of itself.
        var own = article.TextOf(0);
        var itself = ClaimVerifier.Verify(article, own);
        BrokenPromiseException.Unless(itself.Supported, $"A sentence supports itself; said of it: {string.Join(", ", itself.Reasons.Select(reason => reason.Kind))}.");
    }
}
