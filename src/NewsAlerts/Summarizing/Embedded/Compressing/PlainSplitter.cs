using System.Collections.Frozen;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where a sentence of a language without word classes here can end early: at a semicolon, or at a comma between two clauses long enough to be such.</summary>
internal static class PlainSplitter
{
    private const int FewestWords = 14;
    private const int FewestInClause = 5;

    // Without their clause, the one before says something else; or the clause tells who says it.
    private static readonly FrozenDictionary<string, string[]> _needed = new Dictionary<string, string[]>
    {
        ["vi"] = ["nhưng", "tuy", "song", "mà", "nếu", "trừ", "dù", "mặc dù", "chứ", "chỉ", "cho đến", "theo", "trừ khi", "miễn", "rằng", "không", "chưa"],
        ["de"] = ["aber", "doch", "sondern", "wenn", "falls", "es sei denn", "außer", "bis", "obwohl", "dass", "sofern", "jedoch", "so", "laut", "und"],
        ["fr"] = ["mais", "si", "sauf", "à moins", "bien que", "selon", "jusqu'à", "quoique", "toutefois", "que", "et", "a", "ont"],
        ["es"] = ["pero", "si", "salvo", "excepto", "aunque", "sino", "según", "hasta", "que", "y"],
        ["pt"] = ["mas", "se", "salvo", "exceto", "embora", "segundo", "até", "que", "e"],
        ["it"] = ["ma", "se", "salvo", "tranne", "sebbene", "secondo", "finché", "che", "e"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Vietnamese verbs don't show by their form, but few clauses of news go without one of these.
    private static readonly FrozenSet<string> _vietnameseVerbs =
        "đã đang sẽ bị được là có cho vừa mới phải vẫn cũng không chưa khiến làm bắt tìm xảy diễn ra đến về nói yêu đưa gây".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // What they open is no clause by itself: "Theo cơ quan điều tra, …".
    private static readonly FrozenSet<string> _vietnameseOpeners = "theo sau khi trong tại ngày do nếu để trước từ với vì đến chiều sáng tối trưa khoảng lúc ở".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc cref="ClauseSplitter.Split"/>
    public static string? Split(string sentence, string language, int mostWords)
    {
        var words = SplitWord.In(sentence);
        var needed = _needed.GetValueOrDefault(language) ?? [];
        for (var at = Math.Min(words.Count - 1, mostWords + 1); at >= FewestWords; at--)
        {
            if (words[at].Before is Gap.Semicolon or Gap.Comma && !words[at].IsQuoted && IsClause(words, at, language)
                && !Array.Exists(needed, word => StartsWith(sentence.AsSpan(words[at].Start), word)) && !HasSaying(words, at, language)
                && ClauseSplitter.IsWhole(sentence.AsSpan(0, words[at - 1].End)))
            {
                var part = ClauseSplitter.Join(sentence, words[at - 1].End, []);
                if (KeyPointRules.LengthOf(part) <= mostWords)
                {
                    return part;
                }
            }
        }

        return null;
    }

    private static bool IsClause(List<SplitWord> words, int at, string language)
    {
        if (words[at].Before is Gap.Semicolon)
        {
            return true;
        }

        var (before, behind) = (1, 1);
        while (at - before > 0 && words[at - before].Before is Gap.Space)
        {
            before++;
        }

        while (at + behind < words.Count && words[at + behind].Before is Gap.Space)
        {
            behind++;
        }

        return before >= FewestInClause && behind >= FewestInClause && (language is not "vi" || IsVietnameseClause(words, at));
    }

    private static bool IsVietnameseClause(List<SplitWord> words, int at)
    {
        var main = 0;
        if (_vietnameseOpeners.Contains(words[0].Lower))
        {
            main = words.FindIndex(1, at - 1, word => word.Before is Gap.Comma);
        }

        return main >= 0 && at - main >= FewestInClause && words.Exists(main, at, word => _vietnameseVerbs.Contains(word.Lower));
    }

    private static bool HasSaying(List<SplitWord> words, int at, string language)
    {
        var lexicon = Lexicon.For(language);
        var end = Math.Min(words.Count, words.Count);
        for (var i = Math.Max(at, end - 8); i < end; i++)
        {
            if (!words[i].IsQuoted && (lexicon.TraitsOf(words[i].Lower) & Traits.Speech) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> rest, string word) =>
        rest.Length > word.Length && rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(rest[word.Length]);

    private static bool Exists(this List<SplitWord> words, int start, int end, Predicate<SplitWord> match) => words.FindIndex(start, end - start, match) >= 0;
}
