using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded.Compressing;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Writes sentences of one article as key points, each at most once, and says which rule they break. What is joined with the sentence before it
/// is held to both, as the gate before the store will, only when it would be chosen (<see cref="Holds(int)"/>).
/// </summary>
internal sealed class KeyPointWriter(Article article, IReadOnlyList<StorySentence> story)
{
    private const int FewestWordsNamed = 6;

    private readonly WrittenPoint?[] _written = new WrittenPoint?[story.Count];

    /// <summary>The key point that a sentence of the story makes, as long as it holds.</summary>
    public WrittenPoint this[int sentence] => _written[sentence] ??= Write(sentence);

    /// <summary>Whether its sentences say what the key point says; where they do not, the sentence is written without the one before it.</summary>
    public bool Holds(int sentence)
    {
        var written = this[sentence];
        if (!written.HoldsOther || Holds(written.Text, sentence))
        {
            return true;
        }

        _written[sentence] = Alone(sentence, Shorten(story[sentence].Text), KeyPointFault.Leans);
        return false;
    }

    /// <summary>The longest key point, as <see cref="KeyPointRules.LengthOf"/> counts.</summary>
    public int MostWords { get; } = KeyPointRules.MostIn(article.Citation.Language);

    private string Language => article.Citation.Language;

    private KeyPointFault FaultOf(string text, int index) =>
        KeyPointRules.FaultOf(text, Language) is not KeyPointFault.None and var fault ? fault
        : Language is "en" && SharedSurnames.AreUnclearIn(text, article.Text.AsSpan(0, story[index].Span.Start)) ? KeyPointFault.Leans
        : KeyPointFault.None;

    private WrittenPoint Write(int index)
    {
        var sentence = story[index];
        var text = Shorten(sentence.Text);
        if (sentence.IsSaid)
        {
            return Alone(index, text, KeyPointFault.HalfQuotation);
        }

        var fault = FaultOf(text, index);
        if (fault is KeyPointFault.Leans)
        {
            // The first sentence has none before it to lean on.
            if (sentence.Number == 0 && Language is "en" && EnglishReferences.NamesItself(text) && KeyPointRules.LengthOf(text) <= MostWords)
            {
                return Alone(index, text, KeyPointFault.None);
            }

            // What was left out may have been what the rest leans on.
            if (text.Length < sentence.Text.Length && FaultOf(sentence.Text, index) is KeyPointFault.None)
            {
                return new WrittenPoint(sentence.Text, KeyPointFault.None, sentence.WordCount, sentence.Names);
            }

            if (Named(index, text) is { } named)
            {
                return named;
            }
        }

        // Behind the sentence before it, it says whom it means.
        if (fault is KeyPointFault.Leans && JoinedWithBefore(index, text) is { } joined)
        {
            return joined;
        }

        return Alone(index, text, fault);
    }

    private WrittenPoint Alone(int index, string text, KeyPointFault fault) =>
        text.Length == story[index].Text.Length
            ? new WrittenPoint(text, fault, story[index].WordCount, story[index].Names)
            : new WrittenPoint(text, fault, Words.CountIn(text), Words.ShareOfNamesIn(text));

    /// <summary>Both sentences as one key point; null where they are none, are too long together, or break a rule.</summary>
    private WrittenPoint? JoinedWithBefore(int index, string text)
    {
        var before = index - 1;
        if (before < 0 || story[before].IsSaid || story[before].Number != story[index].Number - 1 || story[before].WordCount + story[index].WordCount > MostWords || SpeaksForItself(text))
        {
            return null;
        }

        if (Language is "en" && EnglishPersons.MeansPerson(text) && !EnglishPersons.NamesPerson(story[before].Text))
        {
            return null;
        }

        // Chinese and Japanese put nothing between sentences.
        var both = Language is "zh" or "ja" ? story[before].Text + text : $"{story[before].Text} {text}";
        return FaultOf(both, index) is KeyPointFault.None
            ? new WrittenPoint(both, KeyPointFault.None, Words.CountIn(both), Words.ShareOfNamesIn(both)) { RestsOn = before, HoldsOther = true }
            : null;
    }

    // "I", "we": another sentence does not say who that is.
    private static bool SpeaksForItself(string text)
    {
        var words = new Words(text);
        return words.MoveNext() && Openings.Speaks(words.Current);
    }

    private string Shorten(string sentence)
    {
        var text = SentenceCompressor.Compress(sentence, Language, MostWords);
        if (KeyPointRules.LengthOf(text) <= MostWords)
        {
            return text;
        }

        return ClauseSplitter.Split(text, Language, MostWords)
            ?? (text == sentence ? null : ClauseSplitter.Split(sentence, Language, MostWords))
            ?? text;
    }

    /// <summary>The key point with the name that the sentence before gives; null where that is not certain, or does not hold.</summary>
    private WrittenPoint? Named(int index, string text)
    {
        if (Language is not "en" || index == 0 || story[index - 1].Number != story[index].Number - 1
            || Antecedents.Resolve(text, story[index - 1].Text, article.Text) is not { } named || FaultOf(named, index) is not KeyPointFault.None || Words.CountIn(named) < FewestWordsNamed)
        {
            return null;
        }

        return Holds(named, index)
            ? new WrittenPoint(named, KeyPointFault.None, Words.CountIn(named), Words.ShareOfNamesIn(named)) { RestsOn = index - 1 }
            : null;
    }

    /// <summary>Whether a sentence and the one before it say what a text says.</summary>
    private bool Holds(string text, int index) =>
        ClaimVerifier.Check(article, [Evidence.Of(article, story[index].Number), Evidence.Of(article, story[index - 1].Number)], text).Count == 0;
}

/// <summary>A sentence as a key point.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Fault">The heaviest rule that it breaks.</param>
/// <param name="WordCount">Words of <paramref name="Text"/>.</param>
/// <param name="Names">The share of its words that have a capital which their place does not give them, 0 to 1.</param>
internal sealed record WrittenPoint(string Text, KeyPointFault Fault, int WordCount, float Names)
{
    /// <summary>The other sentence of the story that it rests on; null where it rests on one.</summary>
    public int? RestsOn { get; init; }

    /// <summary>Whether it says that other sentence, too.</summary>
    public bool HoldsOther { get; init; }
}
