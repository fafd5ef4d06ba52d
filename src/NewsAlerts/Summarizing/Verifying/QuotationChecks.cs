namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether what a claim quotes stands in its source in the same words, said by the same speaker.</summary>
internal static class QuotationChecks
{
    // A quotation's speaker is named beside it, or goes on speaking from the sentences before.
    private const int Around = 2;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var quotations = Quotations.In(reading.Text).ToList();
        foreach (var quotation in quotations)
        {
            var parts = quotation.Words.Split("...").SelectMany(part => part.Split('…')).Select(reading.Source.Read).Where(part => part.Length > 0).ToList();
            var found = parts.ConvertAll(part => Quotations.Find(reading.Source, part));
            if (found.Exists(places => places.Count == 0) || !AreInOrder(reading.Source, found))
            {
                yield return new UnsupportedPart(UnsupportedKind.Quotation, quotation.Words.Trim());
                yield break;
            }

            // A single word in quotation marks is a manner of speaking.
            var places = parts.Zip(found).Where(pair => pair.First.Length > 1).SelectMany(pair => pair.Second).Select(reading.Source.SentenceOf).ToList();
            if (places.Count > 0 && SpeakerOf(reading, quotations) is { } speaker && !places.Exists(sentence => Speaks(reading, speaker, sentence)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Speaker, NameChecks.Phrase(reading, speaker.Start.Value, speaker.End.Value));
            }
        }
    }

    // What stands between two parts is left out of one sentence, or of two that follow each other.
    private static bool AreInOrder(Source source, List<List<int>> parts)
    {
        var before = parts.Count == 0 ? [] : parts[0];
        foreach (var part in parts.Skip(1))
        {
            before = part.FindAll(place => before.Exists(earlier => earlier < place && source.SentenceOf(place) - source.SentenceOf(earlier) <= 1));
        }

        return parts.Count == 0 || before.Count > 0;
    }

    /// <summary>The name beside a word of speech, outside the quotations.</summary>
    private static Range? SpeakerOf(ClaimReading reading, IReadOnlyList<(string Words, int Start, int End)> quotations)
    {
        for (var first = 0; first < reading.Tokens.Length; first++)
        {
            var end = NameChecks.EndOfName(reading.Source, reading.Tokens, first);
            var start = reading.Tokens[first].Start;
            if (end > first && NameChecks.KindOf(reading, first, end) == UnsupportedKind.Speaker && !quotations.Any(quotation => quotation.Start <= start && start < quotation.End))
            {
                return first..end;
            }

            first = Math.Max(first, end - 1);
        }

        return null;
    }

    // Whoever the quotation's own sentence names; where it has it from "him", whoever the sentences before are about; otherwise anybody around.
    private static bool Speaks(ClaimReading reading, Range speaker, int sentence)
    {
        var claimed = reading.Tokens[speaker];
        if (reading.Source[sentence].ToArray().Any(IsClaimed))
        {
            return true;
        }

        if (NamesItsSpeaker(reading.Source, sentence))
        {
            return false;
        }

        var isSaid = reading.Source[sentence].ToArray().Any(token => token.Is(Traits.Speech));
        for (var before = sentence - 1; before >= Math.Max(0, sentence - Around); before--)
        {
            if (reading.Source[before].ToArray().Any(IsClaimed))
            {
                return true;
            }

            if (isSaid && OpensWithName(reading.Source, before))
            {
                return false;
            }
        }

        return !isSaid && Enumerable.Range(sentence + 1, Around).Any(after => after < reading.Source.SentenceCount && reading.Source[after].ToArray().Any(IsClaimed));

        bool IsClaimed(Token token) => Array.Exists(claimed, name => name.Term == token.Term);
    }

    /// <summary>Whether a name stands beside a word of speech.</summary>
    private static bool NamesItsSpeaker(Source source, int sentence)
    {
        var tokens = source[sentence];
        for (var first = 0; first < tokens.Length; first++)
        {
            var end = NameChecks.EndOfName(source, tokens, first);
            if (end == first)
            {
                continue;
            }

            var before = first > 0 && (tokens[first - 1].Is(Traits.Speech) || (first > 1 && tokens[first - 2].Is(Traits.Speech) && source.Vocabulary[tokens[first - 1].Word] is "to"));
            if (before || (end < tokens.Length && tokens[end].Is(Traits.Speech)))
            {
                return true;
            }

            first = end - 1;
        }

        return false;
    }

    private static bool OpensWithName(Source source, int sentence) => source[sentence].Length > 0 && source.IsName(source[sentence][0]);
}
