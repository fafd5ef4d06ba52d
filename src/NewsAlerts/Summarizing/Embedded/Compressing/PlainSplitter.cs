using System.Collections.Frozen;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where a sentence of a language without word classes here can end early: at a semicolon, or at a comma between two clauses long enough to be such.</summary>
internal static class PlainSplitter
{
    private const int FewestWords = 14;
    private const int FewestInClause = 5;
    private const int LongestSaying = 8;

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

    // What they open is no clause by itself: "Trong khi đó, tại thành phố, …".
    private static readonly FrozenSet<string> _vietnameseOpeners =
        "theo sau khi trong tại ngày do nếu để trước từ với vì đến chiều sáng tối trưa khoảng lúc ở hôm cùng bên ngoài mặc tuy dù".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // What a sentence can begin without, but for its condition and who says so.
    private static readonly FrozenSet<string> _vietnameseLeading = "sau khi trong tại ngày trước từ với chiều sáng tối trưa khoảng lúc ở hôm cùng bên ngoài".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // After, before, while, in order to, so that …: two syllables, or one that is seldom anything else.
    private static readonly FrozenSet<string> _vietnameseTails =
        FrozenSet.Create(StringComparer.Ordinal, "sau khi", "trước khi", "trong khi", "trong đó", "đồng thời", "trong bối", "qua đó", "từ đó", "nhằm", "khiến");

    // "not long |after", "three days |before": what is counted from there.
    private static readonly FrozenSet<string> _vietnameseSpans = "lâu ngày giờ tháng năm phút tuần ngay chỉ".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc cref="ClauseSplitter.Split"/>
    public static string? Split(string sentence, string language, int mostWords)
    {
        var words = SplitWord.In(sentence);
        var late = language is "vi" && _vietnameseLeading.Contains(words[0].Lower) ? words.FindIndex(1, word => word.Before is Gap.Comma && !word.IsQuoted) : -1;
        return Early(sentence, words, 0, language, mostWords)
            ?? (late > 0 && late <= 12 && words.Count - late >= FewestWords ? Whole(sentence, words, late, mostWords) ?? Early(sentence, words, late, language, mostWords) : null);
    }

    private static string? Whole(string sentence, List<SplitWord> words, int start, int mostWords)
    {
        var part = ClauseSplitter.Capital(sentence[words[start].Start..]);
        return KeyPointRules.LengthOf(part) <= mostWords && ClauseSplitter.IsWhole(part) ? part : null;
    }

    private static string? Early(string sentence, List<SplitWord> words, int start, string language, int mostWords)
    {
        var needed = _needed.GetValueOrDefault(language) ?? [];
        for (var at = Math.Min(words.Count - 1, start + mostWords + 1); at >= start + FewestWords; at--)
        {
            if (!words[at].IsQuoted && IsClause(words, start, at, language)
                && !Array.Exists(needed, word => StartsWith(sentence.AsSpan(words[at].Start), word)) && !HasSaying(words, at, language)
                && ClauseSplitter.IsWhole(sentence.AsSpan(words[start].Start..ClauseSplitter.EndOf(sentence, words[at - 1].End))))
            {
                var part = ClauseSplitter.Join(sentence, start == 0 ? 0 : words[start].Start, words[at - 1].End, []);
                if (KeyPointRules.LengthOf(part) <= mostWords)
                {
                    return part;
                }
            }
        }

        return null;
    }

    private static bool IsClause(List<SplitWord> words, int start, int at, string language)
    {
        if (words[at].Before is Gap.Semicolon)
        {
            return true;
        }

        if (language is "vi" && words[at].Before is Gap.Space && at + 1 < words.Count
            && (_vietnameseTails.Contains(words[at].Lower) || _vietnameseTails.Contains($"{words[at].Lower} {words[at + 1].Lower}")))
        {
            return IsVietnameseClause(words, start, at);
        }

        if (words[at].Before is not Gap.Comma)
        {
            return false;
        }

        var (before, behind) = (1, 1);
        while (at - before > start && words[at - before].Before is Gap.Space)
        {
            before++;
        }

        while (at + behind < words.Count && words[at + behind].Before is Gap.Space)
        {
            behind++;
        }

        return before >= FewestInClause && behind >= FewestInClause && (language is not "vi" || IsVietnameseClause(words, start, at));
    }

    private static bool IsVietnameseClause(List<SplitWord> words, int start, int at)
    {
        var main = start;
        if (_vietnameseOpeners.Contains(words[start].Lower))
        {
            main = words.FindIndex(start + 1, at - start - 1, word => word.Before is Gap.Comma);
        }

        // "…, ông Lê Vũ cho biết, |sống và học tập …": what is said needs a verb of its own.
        if (main >= 0)
        {
            var said = words.FindLastIndex(at - 1, at - main, word => word.Lower is "biết" or "rằng" or "nói");
            main = said > main ? said + 1 : main;
        }

        return main >= 0 && at - main >= FewestInClause && !(words[at].Before is Gap.Space && _vietnameseSpans.Contains(words[at - 1].Lower)) && words.FindIndex(main, at - main, word => _vietnameseVerbs.Contains(word.Lower)) >= 0;
    }

    private static bool HasSaying(List<SplitWord> words, int at, string language)
    {
        var lexicon = Lexicon.For(language);
        for (var i = Math.Max(at, words.Count - LongestSaying); i < words.Count; i++)
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
}
