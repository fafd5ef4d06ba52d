namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether what a claim quotes stands in its source in the same words, said by the same speaker.</summary>
internal static class QuotationChecks
{
    // A quotation's speaker is named beside it, or goes on speaking from the sentences before.
    private const int Around = 2;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var quotations = Quotations.In(reading.Text).ToList();
        foreach (var (words, start, end) in quotations)
        {
            var at = reading.Source.SentenceCount;
            foreach (var part in words.Split("...").SelectMany(part => part.Split('…')))
            {
                var tokens = reading.Source.Read(part);
                var found = Quotations.Find(reading.Source, tokens);
                if (found < 0)
                {
                    yield return new UnsupportedPart(UnsupportedKind.Quotation, words.Trim());
                    break;
                }

                at = tokens.Length > 1 ? reading.Source.SentenceOf(found) : at;
            }

            if (at < reading.Source.SentenceCount && SpeakerOf(reading, quotations) is { } speaker && !Speaks(reading, speaker, at))
            {
                yield return new UnsupportedPart(UnsupportedKind.Speaker, NameChecks.Phrase(reading, speaker.Start.Value, speaker.End.Value));
            }
        }
    }

    /// <summary>The name beside a word of speech, outside the quotations.</summary>
    private static Range? SpeakerOf(ClaimReading reading, IReadOnlyList<(string Words, int Start, int End)> quotations)
    {
        for (var first = 0; first < reading.Tokens.Length; first++)
        {
            var end = NameChecks.EndOfName(reading.Source, reading.Tokens, first);
            var start = reading.Tokens[first].Start;
            if (end > first && NameChecks.KindOf(reading.Tokens, first, end) == UnsupportedKind.Speaker && !quotations.Any(quotation => quotation.Start <= start && start < quotation.End))
            {
                return first..end;
            }

            first = Math.Max(first, end - 1);
        }

        return null;
    }

    private static bool Speaks(ClaimReading reading, Range speaker, int sentence)
    {
        var near = Enumerable.Range(Math.Max(0, sentence - Around), Math.Min(reading.Source.SentenceCount, sentence + Around) - Math.Max(0, sentence - Around));
        return reading.Tokens[speaker].Any(token => near.Intersect(reading.Source.SentencesWith(token.Term)).Any());
    }
}
