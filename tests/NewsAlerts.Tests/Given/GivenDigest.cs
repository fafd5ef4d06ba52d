using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Tests.Given;

/// <summary>A digest of invented news, and the subscription that it is for.</summary>
internal sealed class GivenDigest
{
    public static readonly SubscriptionId SubscriptionId = SubscriptionId.Parse("00k3m5a7cq2zxw6b", null);

    public static readonly DateTimeOffset Due = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    private readonly List<Summary> _items = [];
    private string _title = "Harbour & Coast";
    private DigestKind _kind = DigestKind.Digest;
    private string _timeZone = "Europe/Berlin";
    private string? _rule;
    private int _counted;

    /// <summary>An issue as one would like to get it: several sources, a quote, another language, something unknown.</summary>
    public static GivenDigest OfHarbourNews() => new GivenDigest()
        .With(
            "Storm surge reopens debate over Brackwater’s century-old sea gates",
            [
                Said("Sunday’s surge reached 3.1 metres, the highest since the gates were built in 1926, and stopped 20 centimetres short of the old town’s quay."),
                Said("The port authority puts the cost of replacing the gates at 240 million and wants a decision before the next winter season."),
                new KeyPoint("Residents of the lower quarter ask for pumps first.", Quoting("“Gates are for the next century; our cellars are wet today,” said Mirela Anto, who speaks for 400 households of the lower quarter.")),
            ],
            new Citation { Source = "Harbour Gazette", Byline = "Ines Maddox", Published = new(2026, 11, 22, 17, 40, 0, TimeSpan.Zero), Url = new("https://www.harbourgazette.example/2026/11/22/sea-gates?ref=a&b=1"), Language = "en" })
        .With(
            "Night ferry to Sankt Olav returns after eleven years",
            [
                Said("The first crossing leaves on 4 May with room for 180 passengers and 42 cars."),
                Said("Tickets cost 38 one way; bicycles travel free until the end of the season."),
            ],
            new Citation { Source = "Coastline Weekly", Byline = "Tomas Berg and Lea Winther", Published = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), Url = new("https://coastline.example/ferry"), Language = "en" })
        .With(
            "Muschelzüchter melden die beste Ernte seit zwölf Jahren",
            [
                Said("Die Betriebe an der Außenförde ernteten 5.200 Tonnen, ein Drittel mehr als im Vorjahr."),
                Said("Kühles Wasser im Frühjahr habe die Brut geschützt, sagt das Küsteninstitut."),
            ],
            new Citation { Source = "Förde-Kurier", Published = new(2026, 11, 22, 9, 5, 0, TimeSpan.FromHours(1)), Url = new("https://foerde-kurier.example/muscheln"), Language = "de" })
        .With(
            "الميناء القديم يفتح أبوابه للزوار بعد الترميم",
            [Said("يستقبل الميناء القديم زواره من جديد يوم السبت بعد ثلاث سنوات من أعمال الترميم.")],
            new Citation { Source = "صحيفة الساحل", Published = new(2025, 12, 30, 8, 0, 0, TimeSpan.Zero), Url = new("https://sahel.example/port"), Language = "ar" })
        .With(
            "Lighthouse keeper’s logbooks go online",
            [Said("Volunteers transcribed 61,000 entries written between 1871 and 1969.")],
            new Citation { Language = "und" },
            "One key point was replaced by a sentence of the article: its number did not occur there.");

    public GivenDigest Titled(string title)
    {
        _title = title;
        return this;
    }

    public GivenDigest Matching(string rule)
    {
        _rule = rule;
        return this;
    }

    /// <summary>So many articles that it took and had no room for.</summary>
    public GivenDigest Counting(int articles)
    {
        _counted = articles;
        return this;
    }

    /// <summary>The article of that number that it had no room for, from 0, the oldest first.</summary>
    public static ArticleId Counted(int number) => ArticleId.Of("Counted", $"Story {number}.");

    public GivenDigest In(string timeZone)
    {
        _timeZone = timeZone;
        return this;
    }

    public GivenDigest With(string headline, IReadOnlyList<KeyPoint> points, Citation? citation = null, params string[] notes)
    {
        _items.Add(new Summary
        {
            ArticleId = ArticleId.Of(headline, points[0].Text),
            Headline = headline,
            KeyPoints = points,
            Engine = "embedded",
            Notes = notes,
            Citation = citation ?? new Citation { Source = "Harbour Gazette", Language = "en", Url = new("https://harbourgazette.example/story") },
            Created = Due.AddHours(-1),
        });
        return this;
    }

    /// <summary>So many articles, each with three key points of ordinary length.</summary>
    public GivenDigest WithMany(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            With(
                $"Council number {i} votes on the harbour extension after a long night of debate",
                [.. Enumerable.Range(1, 3).Select(n => Said($"Point {n} of story {i}: the vote was {40 + n} to {i}, and the works are to begin before the autumn storms, the mayor told reporters on Monday."))],
                new Citation { Source = "Harbour Gazette", Byline = "Ines Maddox", Published = Due.AddMinutes(-i), Url = new($"https://harbourgazette.example/2026/11/council-{i}-votes-on-the-harbour-extension"), Language = "en" });
        }

        return this;
    }

    public GivenDigest As(DigestKind kind)
    {
        _kind = kind;
        return this;
    }

    public Digest Build() => new()
    {
        Id = _kind == DigestKind.Alert ? DigestId.OfAlert(SubscriptionId, _items[0].ArticleId) : DigestId.Of(_kind, SubscriptionId, Due),
        Title = _title,
        TimeZone = _timeZone,
        Frozen = Due.AddSeconds(4),
        Items = _items.Count > 0 ? _items : new GivenDigest().WithMany(1)._items,
        Rule = _rule,
        Rest = _counted > 0 ? new DigestRest(_counted, []) : null,
        Settles = _counted == 0
            ? []
            : [.. Enumerable.Range(0, _counted).Select(i => new PendingItem(Due.AddMinutes(i - 600), Counted(i))), .. _items.Select(item => new PendingItem(Due, item.ArticleId))],
    };

    public static Subscription SubscribedTo(Channel channel) => new()
    {
        Id = SubscriptionId,
        Name = "Harbour & Coast",
        Channel = channel,
        Schedule = new Schedule("30 7 * * *", "Europe/Berlin"),
        Created = Due.AddDays(-1),
    };

    /// <summary>A key point in the article's own words.</summary>
    public static KeyPoint Said(string text) => new(text, Quoting(text));

    private static Evidence Quoting(string quote) => new(0, 0, quote.Length, quote);
}
