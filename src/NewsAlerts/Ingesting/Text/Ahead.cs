namespace NewsAlerts.Ingesting.Text;

internal enum AheadKind
{
    Upper,
    Lower,
    Caseless,
    Digit,
    Continuation,
    Other,
}

/// <summary>What comes after a stop: its first word, with quotation marks, brackets and dashes before it skipped.</summary>
internal readonly ref struct Ahead(AheadKind kind, bool opened, ReadOnlySpan<char> word, int start, ReadOnlySpan<char> block)
{
    private readonly ReadOnlySpan<char> block = block;

    public AheadKind Kind { get; } = kind;

    /// <summary>Whether a quotation opens before the word.</summary>
    public bool Opened { get; } = opened;

    public ReadOnlySpan<char> Word { get; } = word;

    public int Start { get; } = start;

    /// <summary>One letter and a full stop.</summary>
    public bool IsInitial => this.Word.Length == 1 && this.Start + 1 < this.block.Length && this.block[this.Start + 1] == '.';

    /// <summary>"von der Leyen", "de Gaulle", "al-Qaeda", "d'Arc".</summary>
    public bool IsNameParticle
    {
        get
        {
            if (this.Word.Length > 3 && (this.Word.StartsWith("al-") || this.Word.StartsWith("el-")))
            {
                return Marks.IsUpper(this.Word[3]);
            }

            if (!(this.Word is "von" or "van" or "de" or "di" or "da" or "du" or "del" or "della" or "ibn" or "bin"))
            {
                return false;
            }

            var rest = this.block[(this.Start + this.Word.Length)..];
            rest = rest.StartsWith(" der ") || rest.StartsWith(" den ") ? rest[4..] : rest;
            return rest.Length > 1 && rest[0] == ' ' && Marks.IsUpper(rest[1]);
        }
    }
}
