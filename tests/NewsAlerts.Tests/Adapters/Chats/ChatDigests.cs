using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Chats;

/// <summary>The digests that every chat must take: ordinary, many, an alert, as long as they come, in any script, and hostile.</summary>
internal static class ChatDigests
{
    /// <summary>Mentions, mark-up, links and functions of all three chats.</summary>
    public const string Attack =
        "<!channel> <@U024BE7LH> @everyone @here <@&1> <#1> *bold* _it_ ~st~ `code` ||spoiler|| # head [click](https://evil.example) https://evil.example <https://evil.example|x> :smile: <t:0> {{DATE(2026-01-01,SHORT)}} ${x} &amp; \\* \"</script>";

    /// <summary>Where a digest can be read whole.</summary>
    public static Uri Page { get; } = new("https://news.example.org/digests/CfDJ8token");

    public static TheoryData<string> Names => ["harbour news", "two hundred", "alert", "round-up", "maximal", "maximal of stars", "maximal in Arabic", "emoji", "attack", "no address"];

    public static Digest Of(string name) => name switch
    {
        "harbour news" => GivenDigest.OfHarbourNews().Build(),
        "two hundred" => new GivenDigest().WithMany(200).Build(),
        "alert" => OfFirst(GivenDigest.OfHarbourNews().As(DigestKind.Alert).Build()),
        "round-up" => GivenDigest.OfHarbourNews().As(DigestKind.RoundUp).Build(),
        "maximal" => Maximal("Ж"),
        "maximal of stars" => Maximal("*"),
        "maximal in Arabic" => Maximal("مرحبا ", "ar"),
        "emoji" => Maximal("😀👩‍👩‍👧 "),
        "attack" => new GivenDigest().Titled(Attack[..100]).With(
            Attack, [new KeyPoint(Attack, new Evidence(0, 0, 1, Attack + "!"))], new Citation { Source = Attack, Byline = Attack, Language = "en", Url = new("https://a.example/x_(y)*z") }, Attack).WithMany(12).Build(),
        "no address" => new GivenDigest().With("Local", [GivenDigest.Said("It is so.")], new Citation { Language = "und", Url = new("http://intranet/x") }).Build(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such digest."),
    };

    private static Digest OfFirst(Digest digest) => digest with { Items = [digest.Items[0]] };

    /// <summary>200 items of five points, everything far longer than any limit.</summary>
    private static Digest Maximal(string letters, string language = "und")
    {
        var text = string.Concat(Enumerable.Repeat(letters, 5_000 / letters.Length));
        var given = new GivenDigest().Titled(text[..100]);
        for (var i = 0; i < 200; i++)
        {
            given.With(
                $"{i} {text}",
                [.. Enumerable.Range(0, 5).Select(n => new KeyPoint(text, new Evidence(0, 0, 1, $"{n} {text}"), new Evidence(1, 0, 1, $"{n} and {text}")))],
                new Citation { Source = text, Byline = text, Language = language, Url = new("https://a.example/" + new string('(', 1_900)) },
                text,
                text,
                text);
        }

        return given.Build();
    }
}
