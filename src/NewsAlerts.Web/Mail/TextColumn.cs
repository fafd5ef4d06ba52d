using System.Globalization;
using System.Text;

namespace NewsAlerts.Web.Mail;

/// <summary>Lines of plain text, wrapped at a number of columns.</summary>
internal sealed class TextColumn(int width)
{
    private readonly StringBuilder _text = new();

    public void Blank() => _text.Append('\n');

    public void Rule(char character) => _text.Append(character, width).Append('\n');

    /// <summary>A line that is never broken, such as an address.</summary>
    public void Verbatim(string line) => _text.Append(line).Append('\n');

    /// <summary>A paragraph: its first line begins with <paramref name="first"/>, the others with as many spaces.</summary>
    public void Paragraph(string text, string first = "")
    {
        var indent = new string(' ', first.Length);
        var line = new StringBuilder(first);
        var used = first.Length;
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && used + 1 + Columns(word) > width && used + 1 + Columns(FirstPiece(word)) > width)
            {
                NextLine();
            }
            else if (!empty)
            {
                line.Append(' ');
                used++;
            }

            Append(word);
        }

        _text.Append(line).Append('\n');

        // A word longer than the line, or a script without spaces, continues on the next.
        void Append(string word)
        {
            foreach (var piece in Pieces(word))
            {
                var columns = Columns(piece);
                if (used + columns > width && !empty)
                {
                    NextLine();
                }

                line.Append(piece);
                used += columns;
                empty = false;
            }
        }

        void NextLine()
        {
            _text.Append(line).Append('\n');
            line.Clear().Append(indent);
            used = indent.Length;
            empty = true;
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>What may stand on a line of its own: a word that fits is one piece; wide characters and overlong words break anywhere.</summary>
    private IEnumerable<string> Pieces(string word)
    {
        if (Columns(word) <= width - 8 && !word.EnumerateRunes().Any(IsWide))
        {
            yield return word;
            yield break;
        }

        for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private string FirstPiece(string word) => Pieces(word).First();

    private static int Columns(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : IsWide(rune) ? 2 : 1);

    /// <summary>East Asian Wide and Fullwidth (UAX 11), by block, and emoji.</summary>
    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
