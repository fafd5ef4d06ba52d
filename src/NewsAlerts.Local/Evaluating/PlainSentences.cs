using System.Text.RegularExpressions;

namespace NewsAlerts.Local.Evaluating;

/// <summary>
/// Sentences by a few rules, for the baselines. Not the pipeline's splitter: what is measured must not move what it is measured against.
/// </summary>
internal static partial class PlainSentences
{
    private const int FewestWords = 3;

    private static readonly HashSet<string> Abbreviations = new(
        ("mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr rev no vs inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec "
            + "u.s u.k u.n e.g i.e a.m p.m").Split(' '),
        StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string article)
    {
        var text = MissingSpace().Replace(Dateline().Replace(article.Trim(), ""), "$1$2 $3");
        var sentences = new List<string>();
        var start = 0;
        foreach (Match stop in Stop().Matches(text))
        {
            var end = stop.Index + stop.Length;
            var sentence = text[start..end].Trim();
            if (stop.ValueSpan[0] == '\n' || !IsAbbreviated(sentence, text.AsSpan(end)))
            {
                Add(sentence);
                start = end;
            }
        }

        Add(text[start..].Trim());
        return sentences;

        void Add(string sentence)
        {
            if (Word().Count(sentence) >= FewestWords)
            {
                sentences.Add(sentence);
            }
        }
    }

    private static bool IsAbbreviated(string sentence, ReadOnlySpan<char> rest)
    {
        var last = LastWord().Match(sentence).Groups[1];
        var next = rest[..Math.Min(2, rest.Length)].Trim();
        return last.Success && (last.Length == 1 || Abbreviations.Contains(last.Value.ToLowerInvariant()) || next is [var letter, ..] && char.IsLower(letter));
    }

    [GeneratedRegex(@"\A.{0,40}?\((?:CNN|Reuters|AP|AFP)\)\s*(?:--|—|-|–)?\s*")]
    private static partial Regex Dateline();

    [GeneratedRegex("""([a-z0-9)\]"”’%])([.!?])([A-Z][a-z])""")]
    private static partial Regex MissingSpace();

    [GeneratedRegex("""[.!?…。！？।።]+["”’')\]»]*(?=\s|\z)|\n+""")]
    private static partial Regex Stop();

    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"([\p{L}\p{N}_.’']+)\.\z")]
    private static partial Regex LastWord();
}
