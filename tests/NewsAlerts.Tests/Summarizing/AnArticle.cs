using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Summarizing;

/// <summary>Builds articles the way ingestion does, from text about invented events.</summary>
internal static class AnArticle
{
    public const string Ferry = """
        PORT ELLERY (Harbour News) -- The island of Marrow will get a second ferry in May, the harbour board decided on Monday after a winter of long queues.

        The ferry, the Sandpiper, carries 240 passengers and 31 cars, twice as many as the old boat on the same route.

        ALSO READ | Why the lighthouse at Cape Dunmore went dark

        Photo: A. Calloway/Harbour News

        What islanders say

        "We have waited nine years for this," said Ines Calloway, who runs the island's only pharmacy.

        But the board will raise the fare by 10 per cent to pay for the crew, and a return ticket will then cost 22 crowns.

        He did not say more.

        Could a bridge be next?

        The engineer Tomas Reyk, who inspected both boats, told the board that the Sandpiper's engines meet the rules that come into force in 2031.

        Ferries carried 412,000 people to Marrow last year, 9 per cent more than in the year before.

        Follow us on Facebook for more from the islands.
        """;

    public static Article With(string text, string language = "en", string? title = null, string? source = null, Uri? url = null)
    {
        var normal = TextNormalizer.Normalize(text);
        var paragraphs = ParagraphSplitter.Split(normal);
        return new Article
        {
            Id = ArticleId.Of(title, normal),
            Citation = new Citation { Language = language, Title = title, Source = source, Url = url },
            Text = normal,
            Paragraphs = paragraphs,
            Sentences = [.. SentenceSplitter.Split(normal, language).Select(span => new Sentence(span, ParagraphOf(span, paragraphs)))],
            Original = new OriginalReference("article.txt", "key", 0),
            Ingested = DateTimeOffset.UnixEpoch,
        };
    }

    private static int ParagraphOf(TextSpan sentence, IReadOnlyList<TextSpan> paragraphs) =>
        Math.Max(0, Enumerable.Range(0, paragraphs.Count).LastOrDefault(i => paragraphs[i].Start <= sentence.Start));
}
