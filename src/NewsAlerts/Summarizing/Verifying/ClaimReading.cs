namespace NewsAlerts.Summarizing.Verifying;

/// <summary>A claim beside its source: where it comes from, and what of it does not.</summary>
internal sealed class ClaimReading
{
    public ClaimReading(Source source, string claim, EvidenceFinder.Scope scope)
    {
        Source = source;
        Text = claim;
        Tokens = source.Read(claim);
        Quantities = Quantity.In(Tokens, source.Vocabulary, source.Language);
        (Best, Second) = EvidenceFinder.Find(source, Tokens, scope);
        if (Best < 0)
        {
            Reasons = [new UnsupportedPart(UnsupportedKind.Words, claim)];
            return;
        }

        Alignment = Align();
        Closeness = ClosenessOf();
        var reasons = PartChecks.Run(this);
        Score = SupportScore.Of(this, reasons);
        Reasons = reasons.Count == 0 && Score < SupportScore.Least ? [new UnsupportedPart(UnsupportedKind.Words, MissingWords())] : reasons;
    }

    public Source Source { get; }

    public string Text { get; }

    public Token[] Tokens { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    public int Best { get; }

    public int Second { get; }

    /// <summary>The best sentence's tokens; not to be asked for where there is none.</summary>
    public Token[] Said => field ??= Source[Best].ToArray();

    public Alignment Alignment { get; } = Alignment.Of([], []);

    /// <summary>The share of the claim's content that the best sentence has in the same order, 0 to 1.</summary>
    public double Closeness { get; }

    public double Score { get; }

    public IReadOnlyList<UnsupportedPart> Reasons { get; }

    public string TextOf(Token token) => Text.Substring(token.Start, token.Length);

    /// <summary>The lower-cased word of a token, the claim's or the source's.</summary>
    public string WordOf(Token token) => Source.Vocabulary[token.Word];

    /// <summary>The base form of a token's verb, of irregular verbs too; of no verb, its stem.</summary>
    public string BaseOf(Token token) => IrregularVerbs.BaseOf(Source.Vocabulary[token.Term]);

    /// <summary>Whether the second sentence has a token.</summary>
    public bool IsInSecond(Token token) => IsInSecond(token.Term);

    /// <summary>Whether the second sentence has a term.</summary>
    public bool IsInSecond(int term) => Second >= 0 && Source.SentencesWith(term).Contains(Second);

    // "The board said that it had not seen the letter" beside "It had seen the letter, the board said": who says it is compared with who says it.
    private Alignment Align()
    {
        var said = Said;
        var plain = Alignment.Of(Tokens, said);
        var (end, start) = (Attribution.EndOfLeading(Source, Tokens), Attribution.StartOfTrailing(Source, Tokens));
        var (saidEnd, saidStart) = (Attribution.EndOfLeading(Source, said), Attribution.StartOfTrailing(Source, said));
        var crossed = start < Tokens.Length && saidEnd > 0 && saidStart == said.Length ? Alignment.Crossed(Tokens, said, start, saidEnd)
            : end > 0 && saidStart < said.Length && start == Tokens.Length ? Alignment.Crossed(Tokens, said, end, saidStart)
            : plain;
        return crossed.Pairs > plain.Pairs ? crossed : plain;
    }

    private double ClosenessOf()
    {
        var (content, aligned) = (0, 0);
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (Tokens[i].Is(Traits.Content | Traits.Number))
            {
                content++;
                aligned += Alignment.Has(i) ? 1 : 0;
            }
        }

        return content == 0 ? 1 : aligned / (double)content;
    }

    private string MissingWords() => string.Join(", ", Tokens.Where(token => token.Is(Traits.Content) && !Source.Has(token)).Select(TextOf).Distinct());
}
