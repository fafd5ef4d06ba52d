using CsCheck;
using NewsAlerts.Articles;

namespace NewsAlerts.Tests.Given;

/// <summary>Random rules and articles over few words, so that they often meet.</summary>
internal static class GivenRules
{
    private static readonly Gen<string> Word = Gen.OneOf("ferry", "ferries", "port", "portal", "strike", "crew", "harbour", "wi-fi");

    /// <summary>Phrases of different words: with equal ones Lucene's sloppy search is known to miss some.</summary>
    private static readonly Gen<string> Phrase = Gen.Select(
        Gen.Shuffle((string[])["ferry", "port", "strike", "crew", "harbour"], 2, 3), Gen.Int[0, 4], (words, slop) => $"\"{string.Join(' ', words)}\"{(slop > 0 ? $"~{slop}" : "")}");

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Word,
        Phrase,
        Gen.OneOf("fer*", "port*", "ha*", "title:po*"),
        Word.Select(word => $"title:{word}"),
        Phrase.Select(phrase => $"title:{phrase}"),
        Gen.OneOf("source:gazette", "author:lund", "category:sport", "category:\"water sport\"", "category:sp*"));

    /// <summary>A rule's text, nested up to three deep.</summary>
    public static Gen<string> Rule { get; } = RuleOf(3);

    /// <summary>An article in a language without a stemmer.</summary>
    public static Gen<Article> Article { get; } = Gen.Select(
        Word.Array[0, 4], Word.Array[6, 25], Gen.OneOf("Harbour Gazette", "Daily Port"), Gen.OneOf("Ann Lund", "Bo Crew"), Gen.OneOf("Sport", "Water Sport", "Economy").Array[0, 2],
        (title, text, source, author, categories) => GivenArticle.Of(
            string.Join(' ', text) + ".", title.Length == 0 ? null : string.Join(' ', title), source, byline: author, language: "zz", categories: categories));

    private static Gen<string> RuleOf(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var part = RuleOf(depth - 1);
        return Gen.OneOf(
            Leaf,
            Gen.Select(part, part, (a, b) => $"({a} {b})"),
            Gen.Select(part, part, (a, b) => $"({a} AND {b})"),
            Gen.Select(part, part, (a, b) => $"({a} OR {b})"),
            Gen.Select(part, part, (a, b) => $"({a} -{b})"),
            Gen.Select(part, part, part, (a, b, c) => $"(+{a} {b} AND NOT {c})"));
    }
}
