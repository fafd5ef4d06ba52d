using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// Goes once over a block from stop to stop. Every look back or ahead from a stop is either bounded or over characters
/// (runs of stops, closing marks, white space) that the scan then skips: hence linear.
/// </summary>
internal ref struct SentenceScanner(string text, TextSpan block, LanguageWords words, bool cased)
{
    private readonly ReadOnlySpan<char> block = block.In(text);
    private readonly int offset = block.Start;
    private int start;
    private bool inLostQuote;
    private bool inStraightQuote;
    private int counted;

    public void AddTo(List<TextSpan> sentences)
    {
        var first = sentences.Count;
        var context = new StopContext(this.block, words, cased);
        var brackets = CornerBrackets.Of(this.block);
        for (var i = 0; i < this.block.Length;)
        {
            var ahead = this.block[i..].IndexOfAny(Marks.Stops);
            if (ahead < 0)
            {
                break;
            }

            i += ahead;
            var c = this.block[i];
            if (!Marks.IsStop(c) && !Marks.IsFullStop(c) && !IsGreekQuestion(i) && !IsDoubledWordspace(i))
            {
                i++;
                continue;
            }

            CountQuotes(i);
            i = brackets.Contains(i) ? i + 1 : AtStop(i, context, sentences, first);
        }

        Add(this.block.Length, sentences, first);
    }

    /// <returns>Where to scan on.</returns>
    private int AtStop(int stop, StopContext context, List<TextSpan> sentences, int first)
    {
        if (IsLostQuotationMark(stop, out var opens))
        {
            this.inLostQuote = opens;
            return stop + 1;
        }

        var run = AfterRun(stop);
        var end = AfterClosers(run, out var quoted);
        var next = end;
        while (next < this.block.Length && char.IsWhiteSpace(this.block[next]))
        {
            next++;
        }

        if (next == this.block.Length)
        {
            return next;
        }

        if (context.Ends(this.start, stop, run, end, next, quoted))
        {
            Add(end, sentences, first);
            this.start = next;
            this.inLostQuote = false;
            return next;
        }

        return end;
    }

    /// <summary>Past "...", "?!", ". . ." and a lost closing quotation mark (".? "), but not past one that opens (".?It has").</summary>
    private readonly int AfterRun(int stop)
    {
        var i = stop;
        var full = Marks.IsFullStop(this.block[i]);
        for (i++; i < this.block.Length; i++)
        {
            var c = this.block[i];
            if (c == '?' && this.block[i - 1] == '.' && i + 1 < this.block.Length && char.IsLetter(this.block[i + 1]))
            {
                break;
            }

            if (c == ' ' && this.block[i - 1] == '.' && i + 1 < this.block.Length && this.block[i + 1] == '.'
                && !(i + 2 < this.block.Length && char.IsLetterOrDigit(this.block[i + 2])))
            {
                continue;
            }

            if (!Marks.IsStop(c) && !(full && Marks.IsFullStop(c)) && c != '፡')
            {
                break;
            }
        }

        return i;
    }

    private readonly int AfterClosers(int i, out bool quoted)
    {
        quoted = false;
        while (i < this.block.Length)
        {
            var c = this.block[i];
            var spaced = char.IsWhiteSpace(c) && i + 1 < this.block.Length && ClosesAfterSpace(i + 1);
            if (!spaced && !ClosesHere(i))
            {
                var note = Math.Max(AfterFootnote(i), AfterEmoji(i));
                if (note == i)
                {
                    break;
                }

                i = note;
                continue;
            }

            i += spaced ? 1 : 0;
            quoted |= Marks.IsQuote(this.block[i]);
            i++;
        }

        return i;
    }

    private readonly bool ClosesHere(int i)
    {
        var c = this.block[i];
        if (!Marks.IsCloser(c))
        {
            return false;
        }

        if (Marks.OnlyCloses(c) || i + 1 == this.block.Length || !char.IsLetterOrDigit(this.block[i + 1]))
        {
            return true;
        }

        // A mark between a stop and a letter, with the space lost: it closes what is open.
        return c switch
        {
            '"' => this.inStraightQuote,
            '’' or '\'' => char.IsUpper(this.block[i + 1]),
            _ => false,
        };
    }

    /// <summary>French sets its guillemets off with spaces; scraped text does so with any quotation mark.</summary>
    private readonly bool ClosesAfterSpace(int i)
    {
        var c = this.block[i];
        var free = i + 1 == this.block.Length || char.IsWhiteSpace(this.block[i + 1]) || this.block[i + 1] is ',' or '.' or ';' or ')';
        return free && (c is '»' or '›' or '”' or ')' or ']' || (c == '"' && this.inStraightQuote));
    }

    /// <summary>Past "[12]", as encyclopaedias put it after a stop.</summary>
    private readonly int AfterFootnote(int i)
    {
        if (this.block[i] != '[')
        {
            return i;
        }

        var end = i + 1;
        while (end < this.block.Length && end - i <= 4 && char.IsAsciiDigit(this.block[end]))
        {
            end++;
        }

        return end > i + 1 && end < this.block.Length && this.block[end] == ']' ? end + 1 : i;
    }

    /// <summary>An emoji behind a stop comments on what it ended.</summary>
    private readonly int AfterEmoji(int i)
    {
        var at = char.IsWhiteSpace(this.block[i]) ? i + 1 : i;
        if (at + 1 >= this.block.Length || this.block[at] is not ('\uD83C' or '\uD83D' or '\uD83E') || !char.IsLowSurrogate(this.block[at + 1]))
        {
            return i;
        }

        for (at += 2; at < this.block.Length && this.block[at] is '\uFE0F' or '\u200D' or '\u20E3'; at++)
        {
        }

        return at;
    }

    /// <summary>
    /// A "?" where some conversion lost a curly quotation mark or apostrophe: ?I am here,? he said; the territory?s; a ?green hunt? in.
    /// </summary>
    private readonly bool IsLostQuotationMark(int i, out bool opens)
    {
        opens = this.inLostQuote;
        if (this.block[i] != '?')
        {
            return false;
        }

        var before = i == 0 ? ' ' : this.block[i - 1];
        var after = i + 1 == this.block.Length ? ' ' : this.block[i + 1];
        if (char.IsLetterOrDigit(after) && (char.IsWhiteSpace(before) || before is '(' or '.' or '-' or ',' or ':'))
        {
            return opens = true;
        }

        if (before is ',' or ';' || (char.IsLetter(before) && char.IsLower(after)))
        {
            opens = opens && char.IsLetter(before) && char.IsLower(after);
            return true;
        }

        if (this.inLostQuote && char.IsLetterOrDigit(before) && !Marks.IsStop(after) && i + 1 < this.block.Length)
        {
            opens = false;
            return true;
        }

        return false;
    }

    private void CountQuotes(int end)
    {
        if (end > this.counted)
        {
            this.inStraightQuote ^= this.block[this.counted..end].Count('"') % 2 != 0;
            this.counted = end;
        }
    }

    private readonly bool IsGreekQuestion(int i) =>
        this.block[i] is ';' or '\u037E' && i > 0 && this.block[i - 1] is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF')
        && (this.block[i] == '\u037E' || words.Language == "el");

    /// <summary>Two Ethiopic word spaces, typed for the full stop that keyboards hide.</summary>
    private readonly bool IsDoubledWordspace(int i) => this.block[i] == '፡' && i + 1 < this.block.Length && this.block[i + 1] == '፡';

    private readonly void Add(int end, List<TextSpan> sentences, int first)
    {
        if (end - this.start <= SentenceSplitter.LongestUnspacedSentence)
        {
            AddPiece(this.start, end, sentences, first);
            return;
        }

        foreach (var piece in SentenceCap.Cut(this.block[this.start..end]))
        {
            AddPiece(this.start + piece.Start, this.start + piece.End, sentences, first);
        }
    }

    private readonly void AddPiece(int from, int end, List<TextSpan> sentences, int first)
    {
        var span = Lines.Trim(text, this.offset + from, this.offset + end);
        if (span.Length == 0)
        {
            return;
        }

        // Stray marks ("* * *", an emoji, a lone quote) are no sentence beside others of their block.
        if (sentences.Count > first && span.Length <= 40 && !HasWord(span) && span.End - sentences[^1].Start <= SentenceSplitter.LongestSentence)
        {
            sentences[^1] = sentences[^1] with { Length = span.End - sentences[^1].Start };
        }
        else
        {
            sentences.Add(span);
        }
    }

    private readonly bool HasWord(TextSpan span)
    {
        foreach (var rune in span.In(text).EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }
}
