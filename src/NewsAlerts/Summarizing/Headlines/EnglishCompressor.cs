namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// Makes a headline of a lead by leaving out, after Hedge Trimmer (Dorr, Zajic and Schwartz, 2003) but without a parser: brackets, an opening
/// adjunct, attribution, clauses between commas, articles, then what follows the last boundary that a headline has room for.
/// </summary>
internal static class EnglishCompressor
{
    private const int MostWords = 14;
    private const int HardLimit = 17;
    private const int FewestWords = 4;
    private const int BestLength = 8;

    public static string Compress(string lead)
    {
        var words = EnglishClause.Read(Brackets.Remove(lead));
        words = WithoutOpening(words);
        words = WithoutAttribution(words);
        words = WithoutInsertion(words);
        words = [.. words.Where((_, i) => !IsDroppable(words, i))];
        var length = Cut(words);
        return Join(words, length);
    }

    // "After two days of talks, ministers agreed …"
    private static List<ClauseWord> WithoutOpening(List<ClauseWord> words)
    {
        if (words.Count == 0)
        {
            return words;
        }

        var first = words[0].Bare;
        var adjunct = EnglishWords.Prepositions.Contains(first) || EnglishWords.Subordinators.Contains(first) || first.EndsWith("ing", StringComparison.Ordinal) || first is "according" or "just" or "only" or "more";
        var comma = words.FindIndex(word => word.Breaks);
        if (!adjunct || comma < 0 || comma > 16 || first is "more" or "only" || EnglishWords.Times.Contains(first))
        {
            return words;
        }

        var rest = words[(comma + 1)..];
        return rest.Count > FewestWords && EnglishClause.VerbIn(rest) > 0 ? rest : words;
    }

    // "…, officials said on Monday", "…, according to a report"
    private static List<ClauseWord> WithoutAttribution(List<ClauseWord> words)
    {
        var comma = words.FindLastIndex(words.Count - 1, word => word.Breaks);
        while (comma > FewestWords && words.Count - comma <= 20)
        {
            var tail = words[(comma + 1)..];
            if (tail.Any(word => EnglishWords.Sayings.Contains(word.Bare)) && EnglishClause.VerbIn(words[..(comma + 1)]) > 0)
            {
                return words[..(comma + 1)];
            }

            comma = comma == 0 ? -1 : words.FindLastIndex(comma - 1, word => word.Breaks);
        }

        var according = words.FindIndex(word => word.Bare == "according");
        return according > FewestWords ? words[..according] : words;
    }

    // "Terry Melcher, who wrote hits for the Byrds, has died": back to the verb, whatever stands between.
    private static List<ClauseWord> WithoutInsertion(List<ClauseWord> words)
    {
        var comma = words.FindIndex(word => word.Breaks);
        if (comma < 0 || comma + 2 >= words.Count || EnglishClause.VerbIn(words[..(comma + 1)]) >= 0)
        {
            return words;
        }

        for (var i = comma + 1; i + 1 < words.Count; i++)
        {
            if (words[i].Breaks && EnglishClause.IsVerb(words, i + 1) && i > comma)
            {
                return [.. words[..comma], words[comma] with { Breaks = false }, .. words[(i + 1)..]];
            }
        }

        return words;
    }

    private static bool IsDroppable(List<ClauseWord> words, int index)
    {
        var word = words[index].Text;
        var next = index + 1 < words.Count ? words[index + 1] : default;
        // "The Hague" keeps its article, "50 times a year" its unit.
        return word switch
        {
            "the" or "The" or "A" or "An" => next.Text is not null && (!next.IsCapital || word == "the"),
            "a" or "an" => index > 0 && !words[index - 1].IsNumber && next.Text is not ("day" or "week" or "month" or "year" or "share" or "barrel" or "lot" or "few" or "little" or "number" or "while" or "third" or "quarter" or "half" or "dozen" or "hundred" or "million") && words[index - 1].Bare is not ("once" or "twice" or "times" or "half" or "such" or "quite" or "many"),
            "also" => true,
            _ => false,
        };
    }

    private static int Cut(List<ClauseWord> words)
    {
        var verb = EnglishClause.VerbIn(words);
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var length = FewestWords; length <= Math.Min(words.Count, MostWords); length++)
        {
            if (MayEnd(words, length) && (verb < 0 || length > verb + 1))
            {
                var score = Boundary(words, length) - (.1 * Math.Abs(length - BestLength)) - (length <= verb + 2 ? .4 : 0);
                (best, highest) = score > highest ? (length, score) : (best, highest);
            }
        }

        return best > 0 ? best : Anywhere(words);
    }

    private static bool MayEnd(List<ClauseWord> words, int length)
    {
        var last = words[length - 1];
        if (last.Bare.Length == 0 || EnglishWords.IsFunctionWord(last.Bare) || last.IsPossessive)
        {
            return false;
        }

        if (length == words.Count || last.Breaks)
        {
            return true;
        }

        var next = words[length];
        return !((last.IsCapital || last.IsNumber) && (next.IsCapital || next.IsNumber)) && !last.IsNumber;
    }

    /// <summary>How good an end it is, from what follows.</summary>
    private static double Boundary(List<ClauseWord> words, int length)
    {
        if (length == words.Count)
        {
            return 1;
        }

        var next = words[length].Bare;
        if (words[length - 1].Breaks)
        {
            // "Albania, Bulgaria and Macedonia": a comma within a list is no end.
            return words.Skip(length).Take(4).Any(word => word.Bare is "and" or "or") && words[length - 1].IsCapital ? .2 : 1;
        }

        return EnglishWords.Times.Contains(next) ? .9
            : next is "of" ? -1
            : next is "that" or "and" or "or" or "than" ? .1
            : EnglishWords.Subordinators.Contains(next) ? .9
            : EnglishWords.Prepositions.Contains(next) ? .55
            : next is "to" ? -.1
            : next.EndsWith("ing", StringComparison.Ordinal) && words[length].IsCapital == false ? .4
            : -1.5;
    }

    private static int Anywhere(List<ClauseWord> words)
    {
        for (var length = Math.Min(words.Count, MostWords); length > 1; length--)
        {
            if (MayEnd(words, length))
            {
                return length;
            }
        }

        for (var length = MostWords + 1; length <= Math.Min(words.Count, HardLimit); length++)
        {
            if (MayEnd(words, length))
            {
                return length;
            }
        }

        return Math.Min(words.Count, MostWords);
    }

    private static string Join(List<ClauseWord> words, int length)
    {
        var pieces = words.Take(length).Select((word, i) => word.Breaks && i + 1 < length ? word.Text + "," : word.Text);
        return Quotation.Balance(string.Join(' ', pieces).TrimEnd('.', ',', ';', ':', '-', ' '));
    }
}
