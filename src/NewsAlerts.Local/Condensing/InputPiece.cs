namespace NewsAlerts.Local.Condensing;

/// <summary>A whole file, or one line of it.</summary>
internal readonly record struct InputPiece(InputFile File, TextLine? Line)
{
    /// <summary>How complaints name it.</summary>
    public string Where => Line is not { } line ? File.Name
        : File.Name == InputFile.StandardInput ? $"Line {line.Number}"
        : $"{File.Name}, line {line.Number}";

    /// <summary>How complaints name one of its entries.</summary>
    /// <param name="entry">From 0; null where it is the whole original.</param>
    public string WhereOf(int? entry) => entry is { } number ? $"{Where}, entry {number + 1}" : Where;
}
