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
            var places = new List<int>();
            foreach (var tokens in quotation.Words.Split("...").SelectMany(part => part.Split('…')).Select(reading.Source.Read))
            {
                var found = Quotations.Find(reading.Source, tokens);
                if (found.Count == 0)
                {
                    yield return new UnsupportedPart(UnsupportedKind.Quotation, quotation.Words.Trim());
                    yield break;
                }

                // A single word in quotation marks is a manner of speaking.
                places.AddRange(tokens.Length > 1 ? found.Select(reading.Source.SentenceOf) : []);
            }

            if (places.Count > 0 && SpeakerOf(reading, quotations) is { } speaker && !places.Exists(sentence => Speaks(reading, speaker, sentence)))
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
            if (end > first && NameChecks.KindOf(reading, first, end) == UnsupportedKind.Speaker && !quotations.Any(quotation => quotation.Start <= start && start < quotation.End))
            {
                return first..end;
            }

            first = Math.Max(first, end - 1);
        }

        return null;
    }

    private static bool Speaks(ClaimReading reading, Range speaker, int sentence)
    {
        return reading.Tokens[speaker].Any(token => reading.Source.SentencesWith(token.Term).Any(named => Math.Abs(named - sentence) <= Around));
    }
}
