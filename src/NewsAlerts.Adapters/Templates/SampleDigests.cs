using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>Digests of invented news to try templates on: between them every name of the model has a value, and has none.</summary>
internal static class SampleDigests
{
    private static readonly SubscriptionId Reader = SubscriptionId.Parse("00k3m5a7cq2zxw6b", null);
    private static readonly DateTimeOffset Due = new(2026, 5, 4, 5, 30, 0, TimeSpan.Zero);

    private static readonly Summary Whole = Item(
        "Night ferry to Sankt Olav returns after eleven years",
        [
            new KeyPoint("The first crossing leaves on 4 May.", new Evidence(0, 0, 58, "“We sail on 4 May,” the harbour master said, “if it floats.”")),
            Said("There is room for 180 passengers and 42 cars."),
        ],
        new Citation
        {
            Title = "Night ferry returns",
            Source = "Coastline Weekly",
            Byline = "Lea Winther",
            Published = Due.AddHours(-20),
            Url = new Uri("https://coastline.example/ferry"),
            Language = "en",
        },
        "One key point was replaced by a sentence of the article.");

    private static readonly Summary Bare = Item("Lighthouse logbooks go online", [Said("Volunteers transcribed 61,000 entries.")], new Citation { Language = "und" });

    private static readonly Summary Leftward = Item("الميناء القديم يفتح أبوابه", [Said("يستقبل الميناء زواره يوم السبت.")], new Citation { Source = "صحيفة الساحل", Language = "ar" });

    /// <summary>The digests as their readers would get them.</summary>
    public static IEnumerable<DigestView> All
    {
        get
        {
            var frame = new MailFrame(new Uri("https://news.example/unsubscribe/sample"), "Harbour News, 1 Quay Street")
            {
                PauseUrl = new Uri("https://news.example/pause/sample"),
                IssueUrl = new Uri("https://news.example/digests/sample"),
            };
            var whole = DigestView.Of(Of(DigestId.Of(Reader, Due), [Whole, Bare, Leftward]) with { Rule = "ferry OR harbour" }, frame);
            var many = Of(DigestId.Of(DigestKind.RoundUp, Reader, Due), [.. Enumerable.Range(1, 200).Select(i => Whole with { Headline = $"{Whole.Headline} ({i})" })]);
            return
            [
                whole,
                whole.Shortened(1, 0),
                DigestView.Of(Of(DigestId.OfAlert(Reader, Bare.ArticleId), [Bare]), MailFrame.Bare),
                DigestView.Of(many, MailFrame.Bare),
            ];
        }
    }

    /// <summary>A digest of one ordinary item.</summary>
    public static DigestView One => DigestView.Of(Of(DigestId.Of(Reader, Due), [Whole]), MailFrame.Bare);

    private static Digest Of(DigestId id, IReadOnlyList<Summary> items) => new()
    {
        Id = id,
        Title = "Harbour & Coast",
        TimeZone = "Europe/Berlin",
        Frozen = Due.AddSeconds(3),
        Items = items,
        Settles = [],
    };

    private static Summary Item(string headline, IReadOnlyList<KeyPoint> points, Citation citation, params string[] notes) => new()
    {
        ArticleId = ArticleId.Of(headline, points[0].Text),
        Headline = headline,
        KeyPoints = points,
        Engine = "embedded",
        Notes = notes,
        Citation = citation,
        Created = Due.AddHours(-1),
    };

    private static KeyPoint Said(string text) => new(text, new Evidence(0, 0, text.Length, text));
}
