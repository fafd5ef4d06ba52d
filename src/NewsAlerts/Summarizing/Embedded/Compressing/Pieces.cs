using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>What the commas of a sentence part, those within quotation marks and brackets aside.</summary>
internal readonly ref struct Pieces
{
    private readonly string _text;
    private readonly List<int> _commas;

    private Pieces(string text, List<int> commas) => (_text, _commas) = (text, commas);

    public int Count => _commas.Count + 1;

    /// <summary>Where the sentence's words end: before its last stop and the marks behind it.</summary>
    public int End { get; private init; }

    /// <summary>A piece without the comma and the space around it.</summary>
    public ReadOnlySpan<char> this[int piece] => _text.AsSpan(StartOf(piece), EndOf(piece) - StartOf(piece));

    public int StartOf(int piece) => piece == 0 ? 0 : _commas[piece - 1] + 2;

    /// <summary>Offset of the comma behind a piece, or of what ends the sentence.</summary>
    public int EndOf(int piece) => piece < _commas.Count ? _commas[piece] : End;

    public static Pieces Of(string text)
    {
        var (commas, quoted, depth) = (new List<int>(), false, 0);
        var end = text.AsSpan().TrimEnd(".!?… \"'”’»").Length;
        for (var i = 0; i < end; i++)
        {
            quoted = QuotationMarks.Toggle(text[i], quoted);
            depth += text[i] is '(' ? 1 : text[i] is ')' ? -1 : 0;
            if (text[i] == ',' && !quoted && depth == 0 && i > 0 && i + 2 < end && text[i + 1] == ' ')
            {
                commas.Add(i);
            }
        }

        return new Pieces(text, commas) { End = end };
    }
}
